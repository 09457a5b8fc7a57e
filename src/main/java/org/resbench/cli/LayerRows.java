package org.resbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.resbench.arch.counting.Counting.LayerSize;

/** The layers of a network as rows of a table. Blocks that follow each other and are alike can share their rows:
 * {@code stage1.block2-200.conv1} with the sums over these blocks. */
final class LayerRows {
    /** With more layers than this, blocks that are alike share rows. */
    static final int MOST_UNFOLDED = 100;
    private static final Pattern IN_BLOCK = Pattern.compile("(.*\\bblock)(\\d+)\\.(.+)");

    private LayerRows() {}

    /** @param layer the first of those that share the row
     * @param times how many do */
    record Row(String name, LayerSize layer, int times) {
        long parameters() {
            return times * layer.parameters();
        }

        long multiplyAdds() {
            return times * layer.multiplyAdds();
        }
    }

    /** Consecutive layers of one block; of no block: one layer with an empty number. */
    private record Block(String prefix, String number, List<String> names, List<LayerSize> layers) {
        boolean isLike(Block other) {
            if (number.isEmpty() || !prefix.equals(other.prefix) || !names.equals(other.names)) {
                return false;
            }
            for (int i = 0; i < layers.size(); i++) {
                LayerSize a = layers.get(i);
                LayerSize b = other.layers.get(i);
                if (!a.layer().operation().equals(b.layer().operation()) || !a.layer().output().equals(b.layer().output())
                        || a.parameters() != b.parameters() || a.multiplyAdds() != b.multiplyAdds()) {
                    return false;
                }
            }
            return true;
        }
    }

    static List<Row> each(List<LayerSize> layers) {
        return layers.stream().map(size -> new Row(size.layer().name(), size, 1)).toList();
    }

    static List<Row> folded(List<LayerSize> layers) {
        List<Block> blocks = blocks(layers);
        List<Row> rows = new ArrayList<>();
        for (int first = 0, next; first < blocks.size(); first = next) {
            Block block = blocks.get(first);
            next = first + 1;
            while (next < blocks.size() && block.isLike(blocks.get(next))) {
                next++;
            }
            String range = next - first == 1 ? block.number() : block.number() + "-" + blocks.get(next - 1).number();
            for (int i = 0; i < block.layers().size(); i++) {
                String name = block.number().isEmpty() ? block.names().get(i) : block.prefix() + range + "." + block.names().get(i);
                rows.add(new Row(name, block.layers().get(i), next - first));
            }
        }
        return rows;
    }

    private static List<Block> blocks(List<LayerSize> layers) {
        List<Block> blocks = new ArrayList<>();
        for (LayerSize size : layers) {
            Matcher name = IN_BLOCK.matcher(size.layer().name());
            boolean inBlock = name.matches();
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            boolean goesOn = inBlock && last != null && last.prefix().equals(name.group(1)) && last.number().equals(name.group(2));
            Block block = goesOn ? last : new Block(inBlock ? name.group(1) : "", inBlock ? name.group(2) : "",
                    new ArrayList<>(), new ArrayList<>());
            block.names().add(inBlock ? name.group(3) : size.layer().name());
            block.layers().add(size);
            if (!goesOn) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
