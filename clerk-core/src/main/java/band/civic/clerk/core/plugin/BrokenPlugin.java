package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.Unusable;
import java.nio.file.Path;
import java.util.Optional;

/// A file of the plugins directory that cannot be used, or is not used because another one is.
///
/// @param file the jar, zip or directory
/// @param id the plugin's id, when the file says it
/// @param cause one sentence for a person, without a full stop: what is wrong and what to do about it
/// @param failure what was thrown, for whoever wants the stack trace
public record BrokenPlugin(Path file, Optional<String> id, String cause, Optional<Throwable> failure) {

  static BrokenPlugin of(Unusable failure, Path file, Optional<String> id) {
    return new BrokenPlugin(file, id, failure.reason(), Optional.ofNullable(failure.getCause()));
  }

  /// `plugin hello (hello-1.0.0.jar) cannot be used: …`
  public String message() {
    var name = String.valueOf(file.getFileName());
    return "plugin " + id.map(known -> known + " (" + name + ")").orElse(name) + " cannot be used: " + cause;
  }
}
