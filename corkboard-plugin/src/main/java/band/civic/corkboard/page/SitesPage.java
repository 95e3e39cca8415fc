package band.civic.corkboard.page;

import java.util.List;
import java.util.Optional;

/// The list of sites.
///
/// @param sites those shown
/// @param total in words, how many there are
/// @param form what was asked for, and what may be asked
/// @param map where they are; nothing when nobody said
public record SitesPage(List<Entry> sites, String total, Form form, Optional<PlacesMap> map) {

  /// @param link the place and its pages
  /// @param where state and kind
  /// @param databases what there is
  /// @param updated when it was last published
  /// @param finance where its campaign finance is; empty when it has none
  public record Entry(Link link, String where, String databases, String updated, String finance) {}

  /// @param words part of a name
  /// @param state the chosen state, or nothing
  /// @param kind the chosen kind, or nothing
  /// @param sort the chosen order
  /// @param choice what else may be chosen
  public record Form(String words, String state, String kind, String sort, Choice choice) {}

  /// @param finance true for places with campaign finance only
  /// @param states states to choose from, each with its page
  /// @param kinds kinds to choose from
  public record Choice(boolean finance, List<Link> states, List<String> kinds) {}
}
