package band.civic.clerk.core.plugin.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/// A jar or zip, opened to be looked at.
record PluginArchive(Path file, JarFile jar) implements AutoCloseable {

  static PluginArchive open(Path file) throws Unusable {
    try {
      if (Files.size(file) == 0) {
        throw new Unusable("the file " + file.getFileName() + " is empty; copy it again");
      }
      return new PluginArchive(file, new JarFile(file.toFile(), false));
    } catch (ZipException e) {
      throw new Unusable("the file " + file.getFileName() + " is damaged or was cut short ("
          + String.valueOf(e.getMessage()) + "); copy it again", e);
    } catch (IOException e) {
      throw new Unusable("the file cannot be read: " + Causes.of(e), e);
    }
  }

  /// Refuses an archive with an entry that no plugin may have.
  void check() throws Unusable {
    for (Iterator<String> names = jar.stream().map(entry -> entry.getName()).iterator(); names.hasNext();) {
      checkEntry(names.next());
    }
  }

  /// Refuses names that lead out of the directory they are unpacked into ("zip slip"), and shared packages.
  static void checkEntry(String name) throws Unusable {
    if (leadsOutside(name.replace('\\', '/'))) {
      throw new Unusable("its entry '" + name + "' would be written outside the plugin; do not use this file");
    }
    var objection = SharedPackages.findObjection(name);
    if (objection.isPresent()) {
      throw new Unusable(objection.get());
    }
  }

  private static boolean leadsOutside(String name) {
    return name.startsWith("/") || name.indexOf(':') == 1
        || (name.contains("..") && List.of(name.split("/")).contains(".."));
  }

  Manifest manifest() throws Unusable {
    try {
      return Optional.ofNullable(jar.getManifest())
          .orElseThrow(() -> new Unusable("it has no META-INF/MANIFEST.MF with a Plugin-Id, so it is no plugin"));
    } catch (IOException e) {
      throw new Unusable("its META-INF/MANIFEST.MF cannot be read: " + Causes.of(e), e);
    }
  }

  @Override
  public void close() {
    try {
      jar.close();
    } catch (IOException _) {
      // it was only read
    }
  }
}
