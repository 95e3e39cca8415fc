package band.civic.corkboard.site;

import band.civic.corkboard.http.Args;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which sites are listed, and how they are sorted.
///
/// @param words part of a name, subdomain or state
/// @param state two letters, or empty
/// @param kind `city`, …, or empty
/// @param finance true for sites with campaign finance only
/// @param sort `name` or `updated_at`; anything else is `name`
record SiteFilter(String words, String state, String kind, boolean finance, String sort) {

  static SiteFilter of(Args args) {
    var sort = args.find("sort").filter("updated_at"::equals).orElse("name");
    return new SiteFilter(args.find("q").orElse("").strip(), args.find("state").orElse("").strip(),
        args.find("kind").orElse("").strip(), args.findFilled("has_finance").isPresent(), sort);
  }

  List<SiteEntry> apply(List<SiteEntry> all) {
    Comparator<SiteEntry> order = Comparator.comparing(SiteEntry::name, String.CASE_INSENSITIVE_ORDER);
    if (sort.equals("updated_at")) {
      order = Comparator.comparing((SiteEntry s) -> s.modified().orElse(Instant.EPOCH)).reversed();
    }
    return all.stream().filter(this::matches).sorted(order).toList();
  }

  private boolean matches(SiteEntry site) {
    var wanted = words.toLowerCase(Locale.ROOT);
    var text = (site.name() + " " + site.subdomain() + " " + site.place().state()).toLowerCase(Locale.ROOT);
    return text.contains(wanted) && (state.isEmpty() || site.place().state().equalsIgnoreCase(state))
        && (kind.isEmpty() || site.place().kind().equals(kind)) && (!finance || site.hasFinance());
  }
}
