package org.resbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.resbench.arch.Architecture;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.arch.counting.Convention;
import org.resbench.report.networks.NetworkPicture;
import org.resbench.runs.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench network}: what a network is made of and how large it is. */
@Command(name = "network", mixinStandardHelpOptions = true,
        header = "A network layer by layer, or the sizes of all.",
        description = "Shows a network layer by layer with its size, or all networks beside the sizes that others state. "
                + "Multiply-adds are those of convolutions and fully connected layers for one image, forward: what the paper calls FLOPs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:--all: a size differs from what others state, for no known reason", "2:the input is wrong"},
        footer = {"", "Examples:", "  resbench network resnet-20", "  resbench network resnet-56-B --input 64 --classes 100 --json",
            "  resbench network resnet-34 --draw resnet-34.svg", "  resbench network vgg-16 --convention convolutions --batch 32",
            "  resbench network --all"})
final class NetworkCommand implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Spec private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME",
            description = "Any network that --all lists, such as resnet-50, vgg-16 or densenet-121; of those for CIFAR any depth 6n+2, "
                    + "as resnet-110, resnet-56-B (shortcut option) or resnet-20-w32 (base width).")
    private String name;

    @Option(names = "--all", description = "Every network of the paper beside its reference sizes, with a mark where they differ.")
    private boolean all;

    @Option(names = "--input", paramLabel = "SIZE", converter = ShapeArgument.class,
            description = "Size of the image: 32, 48x32 or 28x28x1 (default: the network's own, 32 for CIFAR).")
    private Shape input;

    @Option(names = "--classes", paramLabel = "N", description = "Number of classes (default: the network's own, 10 for CIFAR).")
    private Integer classes;

    @Option(names = "--batch", paramLabel = "N",
            description = "Tell the work and the memory of a training step of N images (with NAME).")
    private Integer batch;

    @Option(names = "--convention", paramLabel = "NAME", defaultValue = "paper", converter = ConventionArgument.class,
            description = "How work is counted (default: ${DEFAULT-VALUE}). paper: multiply-adds of convolutions and fully "
                    + "connected layers. convolutions: of convolutions only. fvcore: with batch norm and average pools, as fvcore counts. "
                    + "flops: two for each multiply-add of the paper's.")
    private Convention convention;

    @Option(names = "--full", description = "Print and draw every layer of a deep network; without it, blocks that are "
            + "alike share rows if there are more than " + LayerRows.MOST_UNFOLDED + " layers.")
    private boolean full;

    @Option(names = "--draw", paramLabel = "FILE",
            description = "Draw the network: FILE.svg, FILE.png, or a folder that gets both. With --all, a folder that gets all.")
    private Path drawing;

    @Override public Integer call() {
        if (all == (name != null)) {
            throw new ParameterException(spec.commandLine(), all ? "give either NAME or --all" : "which network? Give a NAME, or --all");
        }
        if (batch != null && (all || batch < 1)) {
            throw new ParameterException(spec.commandLine(),
                    all ? "--batch goes with a NAME, not with --all" : "--batch: " + batch + " must be at least 1");
        }
        List<NetworkSize> sizes = (all ? Catalogue.names().stream() : Stream.of(name)).map(this::size).toList();
        DrawingFile file = drawing == null ? null : new DrawingFile(drawing);
        spec.commandLine().getOut().print(text(sizes));
        if (file != null) {
            sizes.forEach(size -> tell(file.write(new NetworkPicture(size.network(), full))));
        }
        spec.commandLine().getOut().flush();
        return all && sizes.stream().anyMatch(NetworkSize::differs) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void tell(List<Path> files) {
        if (!common.quiet()) {
            files.forEach(file -> spec.commandLine().getErr().println("drawn: " + file));
        }
    }

    private String text(List<NetworkSize> sizes) {
        if (all) {
            return common.json() ? Json.pretty(NetworkJson.all(sizes)) : NetworkText.all(sizes);
        }
        return common.json() ? Json.pretty(NetworkJson.one(sizes.get(0))) : NetworkText.one(sizes.get(0), full);
    }

    private NetworkSize size(String wanted) {
        try {
            Architecture architecture = Catalogue.find(wanted);
            Network network = architecture.network(input == null ? architecture.standardInput() : input,
                    classes == null ? architecture.standardClasses() : classes);
            return NetworkSize.of(architecture, network, convention, Optional.ofNullable(batch));
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
    }
}
