package band.civic.clerk.core.site;

/// What became of one site of an import.
public record Merged(RegisteredSite site, Outcome outcome) {

  /// Whether the site came, changed or was so already.
  public enum Outcome {
    CREATED, CHANGED, UNCHANGED
  }
}
