package band.civic.clerk.dist.acceptance.fleet;

import band.civic.clerk.spi.ClerkPlugin;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/// A plugin whose pipeline only writes down that it is at a site, for a moment, and in which process.
final class VisitPlugin {
  private static final String SOURCE = """
      package t;
      import band.civic.clerk.spi.*;
      import java.nio.file.*;
      import java.util.*;
      public final class VisitPlugin implements ClerkPlugin, Pipeline {
        public String name() { return "visit"; }
        public List<Pipeline> pipelines(PluginContext context) { return List.of(this); }
        public String dataType() { return "visit"; }
        public String description() { return "Visits."; }
        public SiteDatabase database() {
          return new SiteDatabase("visit/visit.db", "Visits", "", "", "", "", List.of(), List.of());
        }
        public boolean supports(Site site) { return true; }
        public List<Task> tasks() {
          return List.of(Task.extract("look").writes("looks").runs(VisitPlugin::look),
              Task.load("leave").dependsOn("look").reads("looks").runs(context -> TaskReport.empty()));
        }
        private static TaskReport look(TaskContext context) {
          try {
            write("start", context.site().subdomain());
            Thread.sleep(50 + new Random().nextInt(100));
            write("end", context.site().subdomain());
            return TaskReport.empty().withRead(1).withChanged(1);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }
        private static void write(String what, String site) throws Exception {
          var line = what + " " + site + " " + ProcessHandle.current().pid() + " " + System.currentTimeMillis() + "\\n";
          Files.writeString(Path.of(System.getenv("VISIT_LOG")), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
      }
      """;

  private VisitPlugin() {}

  /// Compiles it and writes the jar.
  static void writeTo(Path jar) throws IOException, URISyntaxException {
    var classes = Files.createTempDirectory("visit-plugin");
    var source = Files.createDirectories(classes.resolve("t")).resolve("VisitPlugin.java");
    Files.writeString(source, SOURCE);
    var contract = Path.of(ClerkPlugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var failed = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-cp", contract.toString(), "-d", classes.toString(), source.toString());
    if (failed != 0) {
      throw new IllegalStateException("The test's plugin does not compile");
    }
    var manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue("Plugin-Id", "visit");
    manifest.getMainAttributes().putValue("Plugin-Version", "1.0.0");
    manifest.getMainAttributes().putValue("Plugin-Requires", ">=0.1.0 & <1.0.0");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("t/VisitPlugin.class"));
      out.write(Files.readAllBytes(classes.resolve("t/VisitPlugin.class")));
      out.putNextEntry(new JarEntry("META-INF/services/" + ClerkPlugin.class.getName()));
      out.write("t.VisitPlugin\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
