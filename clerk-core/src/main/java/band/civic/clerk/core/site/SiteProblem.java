package band.civic.clerk.core.site;

/// A site that should be there and is not, or the other way round. The command ends with exit code 1 and this message;
/// it is no bug.
public sealed class SiteProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private SiteProblem(String message) {
    super(message);
  }

  /// Nobody registered it.
  public static final class UnknownSite extends SiteProblem {
    private static final long serialVersionUID = 1L;

    public UnknownSite(String subdomain) {
      super("There is no site `%s`. `clerk site list` shows those there are, `clerk site new %s` makes one."
          .formatted(subdomain, SiteRules.isSubdomain(subdomain) ? subdomain : "SUBDOMAIN"));
    }
  }

  /// It is registered already; nothing was changed.
  public static final class SiteExists extends SiteProblem {
    private static final long serialVersionUID = 1L;

    public SiteExists(String subdomain) {
      super("The site `%s` exists; nothing was changed. `clerk site import` changes fields of a site."
          .formatted(subdomain));
    }
  }
}
