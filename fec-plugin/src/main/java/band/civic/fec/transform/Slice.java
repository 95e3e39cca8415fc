package band.civic.fec.transform;

import band.civic.clerk.spi.Site;
import band.civic.fec.bronze.BronzeLayout;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The part of the nation's rows that a site shows: all, those of a state, or those of a city, by its name and the ZIP
/// codes that the site lists as `fec.zips`.
///
/// @param site the site
record Slice(Site site) {

  boolean isNation() {
    return site.subdomain().equals(BronzeLayout.NATION);
  }

  /// Which persons and payees live there, in SQL over these columns.
  String resident(String state, String city, String zip) {
    if (isNation()) {
      return "1";
    }
    var inState = "upper(trim(%s)) = %s".formatted(state, quoted(site.state()));
    if (site.kind().equals("state")) {
      return inState;
    }
    var zips = list(site.extra().getOrDefault("fec.zips", ""));
    var inCity = "(" + inState + " AND upper(trim(" + city + ")) = " + quoted(site.name()) + ")";
    return zips.isEmpty() ? inCity : "(%s OR %s IN (%s))".formatted(inCity, zip5(zip), zips);
  }

  /// Which committees are told of: those that sit there, and those that someone there gave to.
  String committee(int cycle) {
    return isNation()
        ? "1"
        : "(%s OR cmte_id IN (SELECT committee_id FROM contributions WHERE cycle = %d))".formatted(
            resident("cmte_st", "cmte_city", "cmte_zip"), cycle);
  }

  /// Which candidates are told of: a state's own, and those whose committees are.
  String candidate(int cycle) {
    return isNation()
        ? "1"
        : "(cand_office_st = %s OR cand_id IN (SELECT candidate_id FROM committee_candidates WHERE cycle = %d))"
            .formatted(quoted(site.state()), cycle);
  }

  /// A ZIP code that lost its leading zero on the way has it again.
  private static String zip5(String zip) {
    return "CASE WHEN trim(%1$s) GLOB '[0-9][0-9][0-9][0-9]' THEN '0' || trim(%1$s) ELSE substr(trim(%1$s), 1, 5) END"
        .formatted(zip);
  }

  private static String list(String zips) {
    return Arrays.stream(zips.split("[,\\s]+"))
        .filter(word -> !word.isEmpty())
        .map(Slice::quoted)
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return "'" + text.toUpperCase(Locale.ROOT).replace("'", "''") + "'";
  }
}
