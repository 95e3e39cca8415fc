package band.civic.clerk.core;

/// The version this clerk was built as. Written here and not read from a file, because opening the jar for it costs a
/// fifth of `clerk --version`; a test holds it to the build's.
final class HostVersion {
  static final String CURRENT = "0.1.0";

  private HostVersion() {}
}
