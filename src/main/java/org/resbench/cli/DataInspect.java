package org.resbench.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import org.resbench.data.DataRequest;
import org.resbench.data.DataSet;
import org.resbench.data.Progress;
import org.resbench.data.Refusal;
import org.resbench.data.inspect.ContactSheet;
import org.resbench.data.inspect.Inspection;
import org.resbench.report.charts.Fonts;
import org.resbench.runs.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resbench data inspect}: what is in a data set, in numbers and as a picture. */
@Command(name = "inspect", mixinStandardHelpOptions = true,
        header = "Shows what is in a data set.",
        description = "Images of each part and class, imbalance, mean and standard deviation of the channels, images that "
                + "are there twice or nearly so within and across the parts, and a sheet of images of every class as a PNG file.",
        footer = {"", "Example: resbench data inspect synthetic --sheet synthetic.png"})
final class DataInspect extends DataCommand.Subcommand {
    private static final int TITLE_POINTS = 14;

    @Parameters(paramLabel = "NAME", description = "As 'resbench data list' shows it.")
    private String name;
    @Option(names = "--sheet", paramLabel = "FILE",
            description = "Where the sheet of images goes (default: NAME-sheet.png, in the current folder).")
    private Path sheet;

    @Override int work() {
        Path file = sheet != null ? sheet : Path.of(home().folderOf(name).getFileName() + "-sheet.png");
        if (Files.isDirectory(file)) {
            throw new UserError("--sheet: " + file + " is a folder; must be a file, such as " + file.resolve(name + "-sheet.png"));
        }
        Progress progress = progress();
        progress.begin("loading", 0, 0, Progress.Unit.IMAGES);
        DataSet set;
        try {
            set = home().load(DataRequest.whole(name));
            progress.at(set.training().count() + set.test().count());
        } finally {
            progress.end();
        }
        Inspection inspection = Inspection.of(set, progress);
        write(new ContactSheet(Fonts.regular(TITLE_POINTS)).draw(set), file);
        DataCommand.print(spec(), json() ? json(inspection, file) : InspectionText.of(inspection) + "sheet of images: " + file + "\n");
        return ExitCode.DONE;
    }

    private static String json(Inspection inspection, Path sheet) {
        ObjectNode tree = Json.object();
        tree.setAll((ObjectNode) Json.tree(inspection));
        return Json.pretty(tree.put("contact_sheet", sheet.toString()));
    }

    /** All of it or nothing. */
    private static void write(BufferedImage picture, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            // Written in memory first: ImageIO does not say why a disk refused.
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            Files.write(part, png.toByteArray());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the sheet of images cannot be written (" + Refusal.words(e)
                    + "); choose another place with --sheet FILE", e);
        } finally {
            part.toFile().delete();
        }
    }
}
