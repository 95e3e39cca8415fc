package band.civic.corkboard.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.corkboard.guard.ApiKeys;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `clerk serve key`.
@Command(name = "key", description = "Make, list and revoke API keys.")
public final class KeyCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @ParentCommand
  private @Nullable ServeCommand serve;

  private ApiKeys keys() {
    return new ApiKeys(file(Objects.requireNonNull(serve).context()));
  }

  /// Where keys are kept.
  static Path file(PluginContext context) {
    return context.storageDirectory().resolve("serve").resolve("keys.jsonl");
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "create", description = "Make a key. It is shown once and never again.")
  int create(@Parameters(paramLabel = "NAME", description = "Whose it is.") String name) {
    var made = keys().create(name);
    print("Key " + made.key().id() + " for " + name + ":");
    print(made.text());
    print("Keep it; only its hash is stored. Send it as: Authorization: Bearer <key>");
    return 0;
  }

  @Command(name = "list", description = "List the keys.")
  int list() {
    var keys = keys().list();
    keys.forEach(k -> print(k.id() + "  " + k.createdAt() + "  " + (k.revoked() ? "revoked  " : "") + k.name()));
    if (keys.isEmpty()) {
      print("There are no keys. Make one with `clerk serve key create NAME`.");
    }
    return 0;
  }

  @Command(name = "revoke", description = "Take a key out of use.")
  int revoke(@Parameters(paramLabel = "ID", description = "As `list` shows it.") String id) {
    boolean found = keys().revoke(id);
    print(found ? "Key " + id + " is revoked." : "There is no key " + id + "; `clerk serve key list` shows them.");
    return found ? 0 : 1;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
