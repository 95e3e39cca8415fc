package band.civic.clerk.spi;

/// A fact about the data that a person should know. A run goes on after a notice; failures are [ClerkException]s.
/// The host stores notices, capped per code, and `clerk site show` lists them.
///
/// @param code stable, snake_case, documented by the plugin: `unreadable_amount`
/// @param severity how much it matters
/// @param subject what it is about: a filing, `file:line`, a filer
/// @param message what was found and what was done about it; no secrets, no street, phone or e-mail
public record Notice(String code, Severity severity, String subject, String message) {

  /// How much a notice matters.
  public enum Severity {
    /// Good to know.
    INFO,
    /// The data have a flaw that was dealt with.
    WARNING,
    /// Something is missing or wrong in what is published.
    ERROR
  }

  public static Notice info(String code, String subject, String message) {
    return new Notice(code, Severity.INFO, subject, message);
  }

  public static Notice warning(String code, String subject, String message) {
    return new Notice(code, Severity.WARNING, subject, message);
  }

  public static Notice error(String code, String subject, String message) {
    return new Notice(code, Severity.ERROR, subject, message);
  }
}
