package band.civic.corkboard.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// From a Host header to a subdomain: `alameda.ca.example.org` below `example.org` is `alameda.ca`. The suffix must
/// match as whole labels, so neither `notexample.org` nor `a.example.org.evil.com` belongs to anybody.
///
/// @param roots domains that sites stand below, lower case
public record Hosts(List<String> roots) {
  private static final Pattern SUBDOMAIN = Pattern
      .compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  public Hosts {
    roots = roots.stream().map(r -> bare(r.toLowerCase(Locale.ROOT))).toList();
  }

  /// The subdomain a host names; nothing for the home of all sites.
  public Optional<String> subdomain(String host) {
    var name = bare(host.toLowerCase(Locale.ROOT));
    return roots.stream()
        .filter(r -> name.endsWith("." + r))
        .map(r -> name.substring(0, name.length() - r.length() - 1))
        .filter(Hosts::isSubdomain)
        .findFirst();
  }

  /// True for the home of all sites: a root domain, this machine, or a bare address.
  public boolean isHome(String host) {
    var name = bare(host.toLowerCase(Locale.ROOT));
    return roots.contains(name) || name.equals("localhost") || name.startsWith("[") || name.isEmpty()
        || name.matches("[0-9.]+");
  }

  /// True for what may name a site; a path or a pattern never does.
  static boolean isSubdomain(String name) {
    return name.length() <= 200 && SUBDOMAIN.matcher(name).matches();
  }

  /// Without port and without the dot at the end.
  private static String bare(String host) {
    var name = host.startsWith("[") ? host : host.replaceFirst(":\\d*$", "");
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
