package band.civic.electionfinance.model;

/// Where money comes from, seen from a municipality (netfile 4.2 metric 5). People type cities as they like: blanks
/// around and case do not matter (3.5 item 13).
///
/// @param city the site's city; empty for a county, whose money is never "within"
/// @param blankIsOutside whether an empty address counts as out of state, as Open Disclosure does
public record Origin(String city, boolean blankIsOutside) {

  public Origin {
    city = city.strip();
  }

  /// `within`, `in_state`, `out_of_state`, or `unknown` when there is no state to go by.
  public String of(String city, String state) {
    if (!this.city.isEmpty() && city.strip().equalsIgnoreCase(this.city)) {
      return "within";
    }
    var place = state.strip();
    if (place.isEmpty()) {
      return blankIsOutside ? "out_of_state" : "unknown";
    }
    return place.equalsIgnoreCase("CA") ? "in_state" : "out_of_state";
  }
}
