package org.resbench.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much a data set holds, read without its images, so at once.
 * @param here whether it can be loaded now; otherwise it is a canonical one that has still to be fetched */
public record DataOutline(int height, int width, int classes, int trainingImages, int testImages, boolean here) {
    /** Of both canonical data sets: 32x32, 50,000 and 10,000 images.
     * @see "https://www.cs.toronto.edu/~kriz/cifar.html" */
    private static final int CIFAR_SIDE = 32;
    private static final int CIFAR_TRAINING_IMAGES = 50_000;
    private static final int CIFAR_TEST_IMAGES = 10_000;

    /** Empty for a name that is neither built in, nor canonical, nor in the folder.
     * @throws DataException if its meta.json is damaged */
    public static Optional<DataOutline> of(DataHome home, String name) {
        if (name.equals(Synthetic.NAME)) {
            return Optional.of(new DataOutline(Synthetic.SIZE, Synthetic.SIZE, Shapes.values().length, Synthetic.TRAINING_IMAGES,
                    Synthetic.TEST_IMAGES, true));
        }
        Path folder = home.folderOf(name);
        return Files.isRegularFile(folder.resolve(Stored.META)) ? Optional.of(stored(folder))
                : Canonical.named(name).map(DataOutline::canonical);
    }

    /** Images of the part that a request tests on. */
    public int testImages(DataRequest request) {
        int all = request.validation() ? trainingImages / 10 : testImages;
        int ofClasses = request.classes() == 0 ? all : (int) ((long) all * Math.min(request.classes(), classes) / classes);
        return request.testImages() == 0 ? ofClasses : request.testImages();
    }

    private static DataOutline canonical(Canonical set) {
        int classes = switch (set) {
            case CIFAR10 -> 10;
            case CIFAR100 -> 100;
        };
        return new DataOutline(CIFAR_SIDE, CIFAR_SIDE, classes, CIFAR_TRAINING_IMAGES, CIFAR_TEST_IMAGES, false);
    }

    private static DataOutline stored(Path folder) {
        Path file = folder.resolve(Stored.META);
        try {
            JsonNode meta = new ObjectMapper().readTree(Files.readAllBytes(file));
            int height = meta.path("height").asInt();
            int width = meta.path("width").asInt();
            int classes = meta.path("classes").size();
            if (height < 1 || width < 1 || classes < 1) {
                throw new DataException(file + ": must hold classes, height and width; " + Stored.remedy(folder));
            }
            long record = 1 + (long) height * width * Images.CHANNELS;
            return new DataOutline(height, width, classes, (int) (Files.size(folder.resolve(Stored.TRAINING)) / record),
                    (int) (Files.size(folder.resolve(Stored.TEST)) / record), true);
        } catch (JsonProcessingException e) {
            throw new DataException(file + ": is no JSON; " + Stored.remedy(folder), e);
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be read (" + e.getMessage() + "); " + Stored.remedy(folder), e);
        }
    }
}
