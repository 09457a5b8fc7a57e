package org.resbench.cli;

import java.util.List;
import java.util.Locale;
import org.resbench.arch.Network;
import org.resbench.arch.counting.Convention;
import org.resbench.arch.counting.ReferenceSize;
import org.resbench.arch.counting.ReferenceSize.Quantity;
import org.resbench.arch.counting.TrainingMemory;

/** What {@code resbench network} prints for people. */
final class NetworkText {
    private static final String NOTHING = "-";
    private static final String CONVENTION = "Parameters are what is trained. Multiply-adds are those of convolutions and fully connected "
            + "layers for one image, forward.\n";

    private NetworkText() {}

    /** @param full every layer in a row of its own, however many there are */
    static String one(NetworkSize size, boolean full) {
        Network network = size.network();
        boolean folded = !full && size.layers().size() > LayerRows.MOST_UNFOLDED;
        OperationWords words = new OperationWords();
        TextTable table = TextTable.of("layer", "operation", ">output", ">parameters", ">" + size.convention().unit(), ">share");
        for (LayerRows.Row row : folded ? LayerRows.folded(size.layers()) : LayerRows.each(size.layers())) {
            table.row(row.name(), (row.times() == 1 ? "" : row.times() + " x ") + row.layer().layer().operation().read(words),
                    row.layer().layer().output().toString(), count(row.parameters()), count(row.multiplyAdds()),
                    share(row.multiplyAdds(), size.multiplyAdds()));
        }
        table.row("total", "", "", count(size.parameters()), count(size.multiplyAdds()), share(size.multiplyAdds(), size.multiplyAdds()));
        StringBuilder text = new StringBuilder();
        text.append(network.name()).append(": ").append(size.depth()).append(" weighted layers, input ").append(network.input())
                .append(", ").append(network.classes()).append(" classes\n\n").append(table).append('\n');
        if (folded) {
            text.append("Blocks that are alike share rows, with their sums; --full prints all ").append(count(size.layers().size()))
                    .append(" layers.\n");
        }
        text.append(millions(size.parameters())).append(" parameters, ").append(millions(size.multiplyAdds())).append(' ')
                .append(size.convention().unit()).append(", ")
                .append(millions(size.activations())).append(" activations (values that all layers yield for one image).\n")
                .append(convention(size.convention()));
        size.memory().ifPresent(memory -> text.append(training(size, memory)));
        size.references().forEach(reference -> text.append(statement(size, reference)));
        return text.toString();
    }

    static String all(List<NetworkSize> sizes) {
        TextTable table = TextTable.of("network", ">layers", ">input", ">parameters", ">reference",
                ">multiply-adds", ">reference", "compared");
        for (NetworkSize size : sizes) {
            table.row(size.network().name(), Integer.toString(size.depth()), size.network().input().toString(), count(size.parameters()),
                    reference(size, Quantity.PARAMETERS), millions(size.multiplyAdds()), reference(size, Quantity.MULTIPLY_ADDS),
                    size.references().isEmpty() ? NOTHING : size.differs() ? "DIFFERS" : "agrees");
        }
        StringBuilder text = new StringBuilder(table.toString()).append('\n').append(convention(sizes.get(0).convention()));
        sizes.stream().flatMap(size -> size.references().stream()).map(ReferenceSize::source).distinct()
                .forEach(source -> text.append("Reference: ").append(source).append(".\n"));
        sizes.forEach(size -> size.references().stream().filter(reference -> size.explanation(reference).isPresent())
                .forEach(reference -> text.append(size.network().name()).append(": ").append(statement(size, reference))));
        List<NetworkSize> different = sizes.stream().filter(NetworkSize::differs).toList();
        different.forEach(size -> size.references().stream().filter(reference -> !size.agrees(reference))
                .forEach(reference -> text.append(size.network().name()).append(": ").append(statement(size, reference))));
        return text.append(sizes.size()).append(" networks, ").append(different.size()).append(" with a difference.\n").toString();
    }

    private static String convention(Convention convention) {
        return convention == Convention.PAPER ? CONVENTION
                : "Parameters are what is trained. Work is that of one image, forward. Convention '"
                + convention.word() + "': " + convention.description() + "\n";
    }

    private static String training(NetworkSize size, TrainingMemory memory) {
        return "A training step of " + memory.batch() + (memory.batch() == 1 ? " image" : " images") + ", forward and backward: "
                + String.format(Locale.ROOT, "%,.2f G ",
                        Convention.TRAINING_FACTOR * memory.batch() * size.multiplyAdds() / 1e9) + size.convention().unit()
                + "; activations and their gradients take " + mebibytes(memory.peakActivationBytes()) + " at most, of which "
                + mebibytes(memory.keptBytes()) + " are kept for the backward pass; parameters, their gradients and momentum "
                + mebibytes(3 * memory.parameterBytes()) + ".\n";
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / 1048576.0);
    }

    private static String reference(NetworkSize size, Quantity quantity) {
        return size.references().stream().filter(reference -> reference.quantity() == quantity)
                .map(reference -> digits(reference) + (size.agrees(reference) ? "" : " !")).findFirst().orElse(NOTHING);
    }

    private static String statement(NetworkSize size, ReferenceSize reference) {
        String quantity = switch (reference.quantity()) {
            case PARAMETERS -> "parameters";
            case MULTIPLY_ADDS -> "multiply-adds";
        };
        return (size.agrees(reference) ? "agrees with " : "DIFFERS from ") + digits(reference) + " " + quantity
                + " (" + reference.source() + ")" + size.explanation(reference).map(why -> ": " + why).orElse("") + "\n";
    }

    /** As printed by the source. */
    private static String digits(ReferenceSize reference) {
        return switch (reference.unit()) {
            case 0 -> count(reference.digits().longValueExact());
            case 6 -> reference.digits().toPlainString() + " M";
            case 9 -> reference.digits().toPlainString() + " G";
            default -> reference.digits().toPlainString() + "e" + reference.unit();
        };
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String millions(long value) {
        return String.format(Locale.ROOT, "%.2f M", value / 1e6);
    }

    private static String share(long part, long whole) {
        return part == 0 ? NOTHING : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
