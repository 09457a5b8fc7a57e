package org.resbench.weights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resbench.arch.Architecture;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Family;
import org.resbench.arch.ImagenetNetwork;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.StridePlace;
import org.resbench.arch.ZeroChannels;

/** How a file's weights are to be used.
 * @param architecture with the file's placement of zero channels and padding
 * @param epsilon of batch norm
 * @param said each setting that counts here, as it was said, and by whom */
public record Conventions(Architecture architecture, double epsilon, InputScaling input, Map<Setting, Said> said) {
    private static final String SPLIT = "half_before_half_after";
    private static final String SAME = "tensorflow_same";
    private static final String CENTRED = "centred";

    /** @param source 'the file', or the option */
    public record Said(String value, String source) {}

    /** @param architecture as named; what its name says of zero channels and padding must agree with the file
     * @param given what options say; overrules the file
     * @throws WeightsException if neither says something that counts, naming all of that, or if it makes no sense */
    public static Conventions of(Architecture architecture, SafetensorsFile file, Map<Setting, String> given) {
        Map<Setting, Said> said = new EnumMap<>(Setting.class);
        List<String> missing = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (!counts(setting, architecture)) {
                continue;
            }
            if (given.containsKey(setting)) {
                said.put(setting, new Said(given.get(setting), setting.option()));
            } else if (file.metadata().containsKey(setting.key())) {
                said.put(setting, new Said(file.metadata().get(setting.key()), "the file"));
            } else {
                missing.add(setting.option() + ": " + setting.allowed());
            }
        }
        if (!missing.isEmpty()) {
            throw new WeightsException(file.path() + ": its __metadata__ does not say how its weights are to be used; give:\n  "
                    + String.join("\n  ", missing));
        }
        return new Conventions(adapted(architecture, file, said), epsilon(file, said.get(Setting.BATCH_NORM_EPSILON).value()),
                InputScaling.read(file, said.get(Setting.INPUT_RANGE).value(), said.get(Setting.INPUT_MEAN).value(),
                        said.get(Setting.INPUT_STD).value()), said);
    }

    private static boolean counts(Setting setting, Architecture architecture) {
        return switch (setting) {
            case ZERO_CHANNELS -> architecture instanceof CifarNetwork cifar && cifar.family() == Family.RESIDUAL
                    && cifar.shortcut() == ShortcutOption.A;
            case CONVOLUTION_PADDING, BATCH_NORM_EPSILON, INPUT_RANGE, INPUT_MEAN, INPUT_STD -> true;
        };
    }

    private static Architecture adapted(Architecture architecture, SafetensorsFile file, Map<Setting, Said> said) {
        PixelGrid grid = switch (said.get(Setting.CONVOLUTION_PADDING).value()) {
            case "1", CENTRED -> PixelGrid.CENTRED;
            case SAME -> PixelGrid.TENSORFLOW_SAME;
            default -> throw InputScaling.wrong(file, Setting.CONVOLUTION_PADDING, said.get(Setting.CONVOLUTION_PADDING).value());
        };
        if (!(architecture instanceof CifarNetwork named)) {
            if (grid != PixelGrid.CENTRED) {
                throw new WeightsException(file.path() + ": convolution_padding is " + SAME + ", but " + architecture.label()
                        + " is only there centred");
            }
            return architecture;
        }
        CifarNetwork network = named.withGrid(grid);
        if (said.containsKey(Setting.ZERO_CHANNELS)) {
            network = network.withZeroChannels(switch (said.get(Setting.ZERO_CHANNELS).value()) {
                case "after" -> ZeroChannels.AFTER;
                case SPLIT, "split" -> ZeroChannels.SPLIT;
                default -> throw InputScaling.wrong(file, Setting.ZERO_CHANNELS, said.get(Setting.ZERO_CHANNELS).value());
            });
        }
        boolean contradicts = named.zeroChannels() != CifarNetwork.DEFAULT_ZERO_CHANNELS && named.zeroChannels() != network.zeroChannels()
                || named.grid() != CifarNetwork.DEFAULT_GRID && named.grid() != network.grid();
        if (contradicts) {
            throw new WeightsException(file.path() + ": is of " + network.label() + " by zero_channels and convolution_padding, not of "
                    + named.label()
                    + "; name that network, or overrule the file with " + Setting.ZERO_CHANNELS.option() + " or "
                    + Setting.CONVOLUTION_PADDING.option());
        }
        return network;
    }

    /** torchvision's bottlenecks have their stride in the 3x3 layer (v1.5), the paper's in the first 1x1, and tensors of both look alike.
     * @throws WeightsException if a file with torchvision's names that does not say of which network it is would be taken for the
     *     paper's */
    public static void requireStride(Architecture architecture, Naming naming, SafetensorsFile file) {
        boolean first = architecture instanceof ImagenetNetwork network && network.depth() > 34
                && network.stride() == StridePlace.FIRST_1X1;
        if (first && naming == Naming.TORCHVISION && !file.metadata().containsKey("network")) {
            throw new WeightsException(file.path()
                    + ": has torchvision's names, and torchvision's bottlenecks take their stride in the 3x3 layer; use --network "
                    + architecture.label() + "-v1.5. If these weights were trained as " + architecture.label()
                    + ", say so in the file's __metadata__: network");
        }
    }

    private static double epsilon(SafetensorsFile file, String text) {
        try {
            double epsilon = Double.parseDouble(text);
            if (epsilon > 0 && Double.isFinite(epsilon)) {
                return epsilon;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw InputScaling.wrong(file, Setting.BATCH_NORM_EPSILON, text);
    }

    /** What a file's {@code __metadata__} has to say so that it can be used without options. */
    public static Map<String, String> metadata(Architecture architecture, double epsilon, InputScaling input) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("network", architecture.label());
        boolean same = architecture instanceof CifarNetwork cifar && cifar.grid() == PixelGrid.TENSORFLOW_SAME;
        metadata.put(Setting.CONVOLUTION_PADDING.key(), same ? SAME : CENTRED);
        if (counts(Setting.ZERO_CHANNELS, architecture)) {
            metadata.put(Setting.ZERO_CHANNELS.key(), ((CifarNetwork) architecture).zeroChannels() == ZeroChannels.SPLIT ? SPLIT : "after");
        }
        metadata.put(Setting.BATCH_NORM_EPSILON.key(), Double.toString(epsilon));
        metadata.put(Setting.INPUT_RANGE.key(), input.rangeText());
        metadata.put(Setting.INPUT_MEAN.key(), input.meanText());
        metadata.put(Setting.INPUT_STD.key(), input.stdText());
        return metadata;
    }
}
