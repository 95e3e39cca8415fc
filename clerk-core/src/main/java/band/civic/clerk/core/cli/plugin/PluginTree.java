package band.civic.clerk.core.cli.plugin;

import static band.civic.clerk.core.cli.plugin.PluginPages.sorted;
import static band.civic.clerk.core.cli.plugin.PluginPages.stage;

import band.civic.clerk.core.cli.plugin.PluginReport.Entry;
import band.civic.clerk.spi.Pipeline;
import java.util.LinkedHashMap;
import java.util.Map;

/// A [PluginReport] as the tree that `--json` prints.
final class PluginTree {

  private PluginTree() {}

  static Map<String, Object> of(PluginReport report) {
    return ordered("plugins", report.entries().stream().map(PluginTree::tree).toList(), "clashes", report.clashes());
  }

  private static Map<String, Object> tree(Entry entry) {
    var tree = ordered("name", entry.name(), "version", entry.version(), "state", entry.state(), "problems",
        entry.problems(), "file", entry.file());
    entry.plugin().ifPresent(plugin -> {
      tree.putAll(ordered("description", plugin.description(), "requires", plugin.requires()));
      tree.put("pipelines", plugin.pipelines().stream().map(pipeline -> tree(pipeline.value())).toList());
      tree.put("job_types", plugin.jobTypes()
          .stream()
          .map(job -> ordered("name", job.value().name(), "description",
              job.value().description()))
          .toList());
      tree.put("site_listeners", plugin.siteListeners().size());
      tree.put("commands", entry.commands());
    });
    return tree;
  }

  private static Map<String, Object> tree(Pipeline pipeline) {
    var tasks = pipeline.tasks()
        .stream()
        .map(task -> ordered("name", task.name(), "stage", stage(task), "depends_on",
            sorted(task.dependsOn()), "reads", sorted(task.reads()), "writes", sorted(task.writes())))
        .toList();
    return ordered("data_type", pipeline.dataType(), "description", pipeline.description(), "database",
        pipeline.database().path(), "tasks", tasks, "options",
        pipeline.options().stream().map(option -> "--" + option.name()).toList());
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
