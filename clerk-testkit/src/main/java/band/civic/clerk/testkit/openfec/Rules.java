package band.civic.clerk.testkit.openfec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What OpenFEC refuses, in its own words.
final class Rules {
  private static final int MOST_ROWS = 100;
  private static final int MOST_VALUES = 10;
  private static final int FIRST_PERIOD = 1976;
  private static final int LAST_PERIOD = 2026;
  private static final List<String> INDEXED = List.of("committee_id", "contributor_id", "contributor_name",
      "contributor_city", "contributor_zip", "contributor_employer", "contributor_occupation", "image_number");

  private Rules() {}

  static Optional<Reply> findRefusal(Listing listing, Query query) {
    return numbers(query).or(() -> page(query))
        .or(() -> sort(listing, query))
        .or(() -> ids(query))
        .or(() -> dates(query))
        .or(() -> listing.isSchedule() ? schedule(listing, query) : Optional.empty())
        .or(() -> listing == Listing.ELECTIONS ? election(query) : Optional.empty());
  }

  static Reply badCommittee() {
    return Reply.error(422,
        "Invalid committee_id. A valid committee_id begins with a 'C' followed by 8 digits. For example: C00100005.");
  }

  static Reply badCandidate() {
    return Reply.error(422,
        "Invalid candidate_id. A valid candidate_id begins with a 'P' or 'H' or 'S' followed by 8 letters or numbers. For example: P00000034, S6MI00103, H0LA01087.");
  }

  private static Optional<Reply> numbers(Query query) {
    return Stream.of("page", "per_page", "last_index", "cycle", "two_year_transaction_period")
        .filter(name -> query.values(name).stream().anyMatch(value -> !value.matches("-?\\d+")))
        .map(name -> Reply.unreadable(name, "Not a valid integer."))
        .findFirst();
  }

  private static Optional<Reply> page(Query query) {
    if (query.number("page", 1) < 1 || query.number("per_page", 1) < 1) {
      return Optional.of(Reply.error(422, "Must be greater than zero"));
    }
    return query.number("per_page", 1) > MOST_ROWS
        ? Optional.of(Reply.error(422, "Parameter 'per_page' must be between 1 and 100"))
        : Optional.empty();
  }

  private static Optional<Reply> sort(Listing listing, Query query) {
    return query.values("sort")
        .stream()
        .map(sort -> sort.replaceFirst("^-", ""))
        .filter(sort -> !listing.sorts().contains(sort))
        .map(sort -> Reply.error(422, "Cannot sort on value \"%s\". Instead choose one of: %s".formatted(sort,
            listing.sorts()
                .stream()
                .map(column -> "\"" + column + "\"")
                .collect(
                    Collectors.joining(", ")))))
        .findFirst();
  }

  private static Optional<Reply> ids(Query query) {
    if (query.values("committee_id").stream().anyMatch(id -> !id.matches("-?C\\d{8}"))) {
      return Optional.of(badCommittee());
    }
    return query.values("candidate_id").stream().anyMatch(id -> !id.matches("-?[PHS][0-9A-Z]{8}"))
        ? Optional.of(badCandidate())
        : Optional.empty();
  }

  private static Optional<Reply> dates(Query query) {
    return query.names()
        .stream()
        .filter(name -> name.matches("(min|max)_.*date"))
        .flatMap(name -> query.values(name).stream())
        .filter(date -> !date.matches("\\d{4}-\\d\\d-\\d\\d|\\d\\d/\\d\\d/\\d{4}"))
        .map(_ -> Reply.error(422, "Invalid date. Date must be formatted as MM/DD/YYYY or YYYY-MM-DD."))
        .findFirst();
  }

  private static Optional<Reply> schedule(Listing listing, Query query) {
    return manyValues(query).or(() -> period(query))
        .or(() -> lineNumber(query))
        .or(() -> index(listing, query))
        .or(() -> cursor(listing, query));
  }

  private static Optional<Reply> manyValues(Query query) {
    return query.names()
        .stream()
        .filter(name -> query.values(name).size() > MOST_VALUES)
        .map(name -> Reply.error(422, "Can only specify up to 10 values for `" + name + "`"))
        .findFirst();
  }

  private static Optional<Reply> period(Query query) {
    for (var text : query.values("two_year_transaction_period")) {
      var period = Integer.parseInt(text);
      if (period % 2 != 0) {
        return Optional.of(Reply.error(422, "Invalid two_year_transaction period. A valid two_year_transaction_period "
            + "should be an even year between 1976 and 2026."));
      }
      if (period < FIRST_PERIOD || period > LAST_PERIOD) {
        return Optional.of(Reply.error(404, "two_year_transaction_period not found. Data exists for "
            + "two_year_transaction_periods between 1976 and 2026."));
      }
    }
    return Optional.empty();
  }

  private static Optional<Reply> lineNumber(Query query) {
    return query.find("line_number")
        .filter(line -> !line.contains("-"))
        .map(_ -> Reply.error(400, """
            Invalid line_number detected. A valid line_number is using the following format:
            'FORM-LINENUMBER'.  For example an argument such as 'F3X-16' would filter down to all schedule a entries
            from form F3X line number 16."""));
  }

  private static Optional<Reply> index(Listing listing, Query query) {
    var isChosen = query.values("two_year_transaction_period").size() == 1 || INDEXED.stream().anyMatch(query::has);
    if (listing != Listing.SCHEDULE_A || isChosen) {
      return Optional.empty();
    }
    var names = INDEXED.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return Optional.of(Reply.error(400,
        "Please choose a single `two_year_transaction_period` or add one of the following filters to your query: "
            + names));
  }

  private static Optional<Reply> cursor(Listing listing, Query query) {
    var isWhole = query.has("sort_null_only") || listing.sorts().stream().anyMatch(sort -> query.has("last_" + sort));
    if (!query.has("last_index") || isWhole) {
      return Optional.empty();
    }
    var blanks = " ".repeat(20);
    var others = listing.sorts().stream().map(sort -> "`last_" + sort + "`").collect(Collectors.joining(", "));
    return Optional.of(Reply.error(422, "When paginating through results, both values from the " + blanks
        + "previous page's `last_indexes` object are needed. For more information, " + blanks
        + "see https://api.open.fec.gov/developers/. Please add one of the following " + blanks
        + "filters to your query: `sort_null_only`=True, " + others));
  }

  private static Optional<Reply> election(Query query) {
    var office = query.find("office").orElse("");
    if (office.equals("house") && !query.has("district")) {
      return Optional.of(Reply.error(422, "Must include argument 'district' with office type 'house'"));
    }
    return !office.equals("president") && !query.has("state")
        ? Optional.of(Reply.error(422, "Must include argument 'state' with office type '" + office + "'"))
        : Optional.empty();
  }
}
