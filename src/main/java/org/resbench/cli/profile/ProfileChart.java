package org.resbench.cli.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resbench.profile.Kind;
import org.resbench.profile.Profile;
import org.resbench.profile.Setup;
import org.resbench.profile.Share;
import org.resbench.report.charts.BarChart;
import org.resbench.report.charts.BarChart.Bar;
import org.resbench.report.charts.Picture;

/** Milliseconds by kind of work, the longest first. */
public record ProfileChart(Profile profile) {
    public Picture picture() {
        Setup setup = profile.setup();
        List<Bar> bars = profile.kinds().entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Kind, Share> one) -> -one.getValue().seconds()))
                .map(one -> bar(one.getKey(), one.getValue())).toList();
        String title = String.format(Locale.ROOT, "%s, %s of %d images on %s: %.1f ms", setup.network(), ProfileText.work(setup),
                setup.batch(), setup.device(), 1e3 * profile.stepSeconds());
        return new BarChart(setup.stem(), title, "milliseconds of all operations, added up", bars);
    }

    private Bar bar(Kind kind, Share share) {
        double milliseconds = 1e3 * share.seconds();
        return new Bar(String.format(Locale.ROOT, "%s: %.1f ms, %.1f %%", kind.words(), milliseconds,
                100 * share.seconds() / profile.total().seconds()), milliseconds);
    }
}
