package band.civic.clerk.core.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes plugin jars and zips for tests, from small sources.
public final class PluginJar {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Map<String, String> manifest = new LinkedHashMap<>();

  private PluginJar() {}

  /// A jar without anything.
  public static PluginJar empty() {
    return new PluginJar();
  }

  /// A plugin with a good manifest and nothing in it.
  public static PluginJar named(String id) {
    return empty().manifest("Plugin-Id", id)
        .manifest("Plugin-Version", "1.0.0")
        .manifest("Plugin-Requires", ">=0.1.0 & <1.0.0");
  }

  /// A plugin that works and brings what `members` say: methods of a ClerkPlugin in package `t.{id}`.
  public static PluginJar working(String id, String members) {
    return named(id).plugin("t." + id.replace('-', '_'), members);
  }

  public PluginJar manifest(String key, String value) {
    manifest.put(key, value);
    return this;
  }

  public PluginJar without(String key) {
    manifest.remove(key);
    return this;
  }

  public PluginJar entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  public PluginJar entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /// What an entry holds now.
  public byte[] entry(String name) {
    return Objects.requireNonNull(entries.get(name)).clone();
  }

  /// Changes one byte of an entry.
  public PluginJar patch(String name, int index, byte value) {
    var content = entry(name);
    content[index] = value;
    return entry(name, content);
  }

  /// Names the class that brings everything.
  public PluginJar service(String className) {
    return entry("META-INF/services/band.civic.clerk.spi.ClerkPlugin", className + "\n");
  }

  /// Compiles one source and takes the classes in.
  public PluginJar source(String className, String source) {
    return source(className, source, List.of());
  }

  /// Compiles against other jars too, which the plugin does not carry.
  public PluginJar source(String className, String source, List<Path> against) {
    entries.putAll(TestCompiler.compile(className, source, against));
    return this;
  }

  public PluginJar writeTo(Path file) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      write(out);
    }
    return this;
  }

  private PluginJar plugin(String packageName, String members) {
    var source = """
                 package %s;
                 import band.civic.clerk.spi.*;
                 import java.util.*;
                 import picocli.CommandLine.Command;
                 public final class Brings implements ClerkPlugin {
                   public String name() { return "%s"; }
                   %s
                 }
                 """.formatted(packageName, manifest.get("Plugin-Id"), members);
    return source(packageName + ".Brings", source).service(packageName + ".Brings");
  }

  private void write(ZipOutputStream out) throws IOException {
    if (!manifest.isEmpty()) {
      out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      print(out, "Manifest-Version: 1.0\r\n");
      for (var line : manifest.entrySet()) {
        print(out, line.getKey() + ": " + line.getValue() + "\r\n");
      }
      print(out, "\r\n");
    }
    for (var entry : entries.entrySet()) {
      out.putNextEntry(new ZipEntry(entry.getKey()));
      out.write(entry.getValue());
    }
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
