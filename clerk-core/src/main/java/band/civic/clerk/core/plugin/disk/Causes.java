package band.civic.clerk.core.plugin.disk;

import band.civic.clerk.spi.ClerkException;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Pattern;

/// Says in words what a failing plugin threw.
public final class Causes {
  private static final Pattern CLASS_VERSION = Pattern.compile("(\\S+) has been compiled .*class file version (\\d+)");
  private static final int FIRST_CLASS_VERSION = 44;

  private Causes() {}

  /// A clause that can stand after a colon.
  public static String of(Throwable failure) {
    return switch (failure) {
      case ClerkException e -> e.getCause() instanceof LinkageError cause ? of(cause) : text(e);
      case ServiceConfigurationError e -> ofService(e);
      case ExceptionInInitializerError e -> "a static initializer failed: " + ofCause(e);
      case UnsupportedClassVersionError e -> ofClassVersion(e);
      case NoClassDefFoundError e -> ofMissingClass(e);
      case ClassNotFoundException e -> missing(text(e));
      case ClassFormatError e -> "one of its classes is damaged: " + text(e);
      case LinkageError e -> "it was built against something else than what is here: " + name(e) + ": " + text(e);
      default -> name(failure) + optionalText(failure).map(text -> ": " + text).orElse("");
    };
  }

  private static String ofService(ServiceConfigurationError error) {
    var what = text(error).replaceFirst("^\\S+: ", "");
    return switch (error.getCause()) {
      case null -> "its META-INF/services entry is wrong: " + what;
      case NoSuchMethodException _ -> "its " + what.split(" ")[0] + " has no public constructor without arguments";
      case Throwable cause -> "its " + what.replace("Provider ", "") + ": " + of(cause);
    };
  }

  private static String ofClassVersion(UnsupportedClassVersionError error) {
    var matcher = CLASS_VERSION.matcher(text(error));
    return matcher.find()
        ? "its class %s needs Java %d, clerk runs on Java %d".formatted(matcher.group(1).replace('/', '.'),
            Integer.parseInt(matcher.group(2)) - FIRST_CLASS_VERSION, Runtime.version().feature())
        : text(error);
  }

  private static String ofMissingClass(NoClassDefFoundError error) {
    return text(error).startsWith("Could not initialize") ? text(error) : missing(text(error));
  }

  private static String missing(String className) {
    return "it needs the class " + className.replace('/', '.')
        + ", which it does not carry; besides the JDK a plugin sees only clerk-spi, SLF4J, picocli, JSpecify and the"
        + " SQLite driver, and brings everything else itself";
  }

  private static String ofCause(Throwable failure) {
    return failure.getCause() == null ? text(failure) : of(failure.getCause());
  }

  private static String name(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private static String text(Throwable failure) {
    return optionalText(failure).orElse("no message");
  }

  private static Optional<String> optionalText(Throwable failure) {
    return Optional.ofNullable(failure.getMessage());
  }
}
