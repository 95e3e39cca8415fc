package band.civic.clerk.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native library, unpacked once for a user. By itself the driver unpacks it into the temporary directory in
/// every process, starts another process to find out which one it needs, and leaves it there when it is killed.
public final class NativeLibrary {
  private static final String DIRECTORY = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private NativeLibrary() {}

  /// Makes the driver use the library in `cache`, unpacking it there first if need be. Has to be called before the first
  /// connection; does nothing where nothing can be written, or when somebody told the driver where to look.
  public static void keepIn(Path cache) {
    if (System.getProperty(DIRECTORY) != null) {
      return;
    }
    var name = System.mapLibraryName("sqlitejdbc");
    var directory = cache.resolve(jar() + "-" + System.getProperty("os.arch"));
    if (Files.isRegularFile(directory.resolve(name)) || unpack(directory, name)) {
      System.setProperty(DIRECTORY, directory.toString());
      System.setProperty(NAME, name);
      // there the driver looks for what it left behind earlier; the system's temporary directory may be full of others' files
      System.setProperty("org.sqlite.tmpdir", directory.toString());
    }
  }

  /// The driver's jar, which names its version.
  private static String jar() {
    var place = SQLiteJDBCLoader.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static boolean unpack(Path directory, String name) {
    var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (var library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library == null) {
        return false;
      }
      var beside = Files.createTempFile(Files.createDirectories(directory), name, ".new");
      Files.copy(library, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(beside, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      return false; // the driver does without
    }
  }
}
