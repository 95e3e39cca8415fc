package band.civic.clerk.core.cli;

/// The rooms of the host that a command may enter. Each is opened on first use and closed by the host after the
/// command, so a command costs what it touches and nothing else.
public interface Rooms {

  /// The options that every command takes.
  GlobalOptions options();
}
