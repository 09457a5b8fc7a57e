package org.resbench.report.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.report.charts.Drawings;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Drawings are read back from their SVG. */
class NetworkPictureTest {
    private static Network network(String name) {
        return Catalogue.find(name).standardNetwork();
    }

    /** @param middle of the text's height */
    private record Written(String text, double x, double middle, double width, double size) {
        Rectangle2D bounds() {
            return new Rectangle2D.Double(x, middle - size / 2, width, size);
        }
    }

    private static List<Written> texts(NetworkPicture picture) throws Exception {
        Element svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(Drawings.svg(picture)))).getDocumentElement();
        NodeList nodes = svg.getElementsByTagName("text");
        List<Written> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element node = (Element) nodes.item(i);
            double size = Double.parseDouble(inherited(node, "font-size").replace("px", ""));
            String text = node.getTextContent();
            double y = Double.parseDouble(node.getAttribute("y"));
            double width = Pen.width(text, Pen.LABEL.deriveFont((float) size));
            texts.add(new Written(text, Double.parseDouble(node.getAttribute("x")), y - 0.36 * size, width, size));
        }
        return texts;
    }

    private static String inherited(Element element, String attribute) {
        for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
            for (String style : at.getAttribute("style").split(";")) {
                if (style.strip().startsWith(attribute + ":")) {
                    return style.split(":")[1].strip();
                }
            }
            if (at.hasAttribute(attribute)) {
                return at.getAttribute(attribute);
            }
        }
        return "12";
    }

    private static long count(List<Written> texts, String text) {
        return texts.stream().filter(written -> written.text().equals(text)).count();
    }

    /** Section 4.2: a 3x3 layer, then 2n each on maps of 32, 16 and 8 with 16, 32 and 64 filters (n = 3), average pooling, 10-way fully
     * connected; sub-sampling by convolutions of stride 2. */
    @Test void aPlainNetworkIsDrawnLayerByLayerAsTheSectionDescribesIt() throws Exception {
        List<Written> texts = texts(new NetworkPicture(network("plain-20"), false));
        assertThat(count(texts, "3x3 conv, 16")).isEqualTo(7);
        assertThat(count(texts, "3x3 conv, 32, /2")).isEqualTo(1);
        assertThat(count(texts, "3x3 conv, 32")).isEqualTo(5);
        assertThat(count(texts, "3x3 conv, 64, /2")).isEqualTo(1);
        assertThat(count(texts, "3x3 conv, 64")).isEqualTo(5);
        assertThat(texts.stream().map(Written::text).filter(text -> text.startsWith("output size")))
                .containsExactly("output size: 32", "output size: 16", "output size: 8", "output size: 1");
        assertThat(count(texts, "avg pool")).isEqualTo(1);
        assertThat(count(texts, "fc 10")).isEqualTo(1);
    }

    /** Section 4.2: "totally 3n shortcuts"; with option A those that increase dimensions, two of them, have zero channels. */
    @Test void aResidualNetworkHas3nShortcutsTwoOfThemDotted() {
        List<Piece> blocks = new Outline(network("resnet-56")).pieces().stream().filter(Piece.Block.class::isInstance).toList();
        assertThat(blocks).hasSize(27);
        assertThat(blocks.stream().map(block -> ((Piece.Block) block).shortcut()).filter(Piece.Shortcut::changesShape)
                .map(s -> s.label().orElse(""))).containsExactly("16 zero channels, /2", "32 zero channels, /2");
        assertThat(blocks.stream().map(block -> ((Piece.Block) block).shortcut()).filter(s -> !s.changesShape())
                .map(Piece.Shortcut::label).distinct()).allMatch(Optional::isEmpty);
    }

    /** Section 3.3: with option C all shortcuts are projections; those on maps of one shape increase nothing. */
    @Test void projectionsAreWrittenBesideTheirShortcuts() {
        List<Piece.Shortcut> shortcuts = new Outline(network("resnet-20-C")).pieces().stream().filter(Piece.Block.class::isInstance)
                .map(block -> ((Piece.Block) block).shortcut()).toList();
        assertThat(shortcuts).hasSize(9).allMatch(shortcut -> shortcut.label().orElse("").startsWith("1x1 conv, "));
        assertThat(shortcuts.stream().filter(Piece.Shortcut::changesShape).map(shortcut -> shortcut.label().orElse("")))
                .containsExactly("1x1 conv, 32, /2", "1x1 conv, 64, /2");
    }

    @Test void deepNetworksFoldWhatFollowsItself() throws Exception {
        List<Written> texts = texts(new NetworkPicture(network("resnet-1202"), false));
        assertThat(texts.stream().map(Written::text).filter(text -> text.startsWith("x "))).containsExactly("x 200", "x 199", "x 199");
        assertThat(new NetworkPicture(network("resnet-1202"), false).size().height).isLessThan(1000);
        assertThat(new NetworkPicture(network("resnet-110"), true).size().height).isGreaterThan(3000);
    }

    static List<String> everyNetwork() {
        return Catalogue.names();
    }

    @ParameterizedTest @MethodSource("everyNetwork") void noTextLiesOnAnotherOrOutsideThePicture(String name) throws Exception {
        NetworkPicture picture = new NetworkPicture(network(name), false);
        List<Written> texts = texts(picture);
        Rectangle2D paper = new Rectangle2D.Double(0, 0, picture.size().width, picture.size().height);
        for (int i = 0; i < texts.size(); i++) {
            Written one = texts.get(i);
            assertThat(paper.contains(one.bounds())).as(one.toString()).isTrue();
            assertThat(texts.subList(i + 1, texts.size()).stream()
                    .filter(other -> other.bounds().intersects(one.bounds())).map(Written::text)
                    .collect(Collectors.toList())).as(one.toString()).isEmpty();
        }
    }

    /** Figure 3 of the paper, right: three dotted shortcuts in ResNet-34, thirteen solid ones. Table 1: its blocks number 3, 4, 6, 3. */
    @Test void resnet34IsFigure3() {
        List<Piece.Shortcut> shortcuts = new Outline(network("resnet-34")).pieces().stream().filter(Piece.Block.class::isInstance)
                .map(block -> ((Piece.Block) block).shortcut()).toList();
        assertThat(shortcuts).hasSize(16);
        assertThat(shortcuts.stream().filter(Piece.Shortcut::changesShape)).hasSize(3);
        assertThat(Stages.of(network("resnet-34")).stream().map(Stages.Stage::layers)).containsExactly("7x7, 64, /2",
                "3x3 max pool, /2; [3x3, 64; 3x3, 64] × 3", "[3x3, 128; 3x3, 128] × 4",
                "[3x3, 256; 3x3, 256] × 6", "[3x3, 512; 3x3, 512] × 3", "avg pool; fc 1000");
    }

    /** Szegedy et al. 2014, table 1: nine inception modules of four ways. Huang et al. 2016, table 1: dense blocks of 6, 12, 24 and 16
     * layers. */
    @Test void branchesStandSideBySideAndDenseBlocksFold() {
        List<Piece> modules = new Outline(network("googlenet")).pieces().stream().filter(Piece.Fan.class::isInstance).toList();
        assertThat(modules).hasSize(9).allMatch(module -> ((Piece.Fan) module).ways().size() == 4);
        assertThat(Folding.folded(new Outline(network("densenet-121")).pieces()).stream().filter(Piece.Repeat.class::isInstance)
                .map(piece -> ((Piece.Repeat) piece).times())).containsExactly(6, 12, 24, 16);
    }

    /** Szegedy et al. 2014, section 5: two auxiliary classifiers. Their parameters are in the heading, so the drawing says that it lacks
     * them. */
    @Test void auxiliaryClassifiersAreNamedAmongWhatIsNotDrawn() throws Exception {
        assertThat(count(texts(new NetworkPicture(network("googlenet-aux"), false)),
                "Not drawn: batch norm, dropout, ReLU, 2 auxiliary classifiers.")).isEqualTo(1);
        assertThat(count(texts(new NetworkPicture(network("googlenet"), false)), "Not drawn: batch norm, dropout, ReLU.")).isEqualTo(1);
    }

    @ParameterizedTest @MethodSource("everyNetwork") void theImagesLabelFitsIntoItsBox(String name) {
        String image = "image, " + network(name).input();
        assertThat(Tiles.fitting(new Outline(network(name)).pieces(), image).boxWidth()).isGreaterThan(Pen.width(image, Pen.LABEL));
    }

    @Test void aPngIsThreeTimesAsManyPixelsUnlessThatIsTooManyForViewers() throws Exception {
        NetworkPicture small = new NetworkPicture(network("resnet-20"), false);
        assertThat(ImageIO.read(new ByteArrayInputStream(Drawings.png(small))).getWidth()).isEqualTo(3 * small.size().width);
        NetworkPicture large = new NetworkPicture(network("resnet-1202"), true);
        var image = ImageIO.read(new ByteArrayInputStream(Drawings.png(large)));
        assertThat((long) image.getWidth() * image.getHeight()).isLessThan(61_000_000);
    }
}
