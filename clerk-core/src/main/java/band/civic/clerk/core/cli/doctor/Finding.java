package band.civic.clerk.core.cli.doctor;

/// What a check found.
///
/// @param check what was looked at
/// @param level how bad it is
/// @param message what was found
/// @param fix what to do; empty when nothing
record Finding(String check, Level level, String message, String fix) {

  /// The worst decides the exit code: 0, 1, 2.
  enum Level {
    OK(0), WARNING(1), ERROR(2);

    final int exitCode;

    Level(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  static Finding ok(String check, String message) {
    return new Finding(check, Level.OK, message, "");
  }

  static Finding warning(String check, String message, String fix) {
    return new Finding(check, Level.WARNING, message, fix);
  }

  static Finding error(String check, String message, String fix) {
    return new Finding(check, Level.ERROR, message, fix);
  }
}
