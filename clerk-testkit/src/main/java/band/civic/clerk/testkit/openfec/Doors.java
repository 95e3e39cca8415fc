package band.civic.clerk.testkit.openfec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Leads a request to its list, and wraps what is found as OpenFEC does.
final class Doors {
  private static final Pattern DETAIL = Pattern.compile("/v1/(committee|candidate)/([^/]+)/");
  private static final Pattern HISTORY = Pattern.compile("/v1/committee/([^/]+)/history/(\\d+)/");
  private static final Pattern TOTALS = Pattern.compile("/v1/(?:committee/([^/]+)/totals|totals/[a-z-]+)/");
  private static final Pattern ONE_RECEIPT = Pattern.compile("/v1/schedules/schedule_a/(\\d+)/");
  private static final Map<String, Listing> PATHS = Map.ofEntries(Map.entry("/v1/committees/", Listing.COMMITTEES),
      Map.entry("/v1/candidates/", Listing.CANDIDATES), Map.entry("/v1/filings/", Listing.FILINGS),
      Map.entry("/v1/schedules/schedule_a/", Listing.SCHEDULE_A),
      Map.entry("/v1/schedules/schedule_b/", Listing.SCHEDULE_B),
      Map.entry("/v1/schedules/schedule_e/", Listing.SCHEDULE_E),
      Map.entry("/v1/schedules/schedule_a/efile/", Listing.SCHEDULE_A_EFILE),
      Map.entry("/v1/schedules/schedule_b/efile/", Listing.SCHEDULE_B_EFILE),
      Map.entry("/v1/schedules/schedule_e/efile/", Listing.SCHEDULE_E_EFILE),
      Map.entry("/v1/efile/filings/", Listing.EFILE_FILINGS),
      Map.entry("/v1/schedules/schedule_a/by_size/", Listing.BY_SIZE),
      Map.entry("/v1/elections/", Listing.ELECTIONS), Map.entry("/v1/elections/search/", Listing.ELECTION_SEARCH));

  private final Content content;

  Doors(Content content) {
    this.content = content;
  }

  /// @param empty whether the rows are held back, and only their count is told
  Reply answer(Query query, boolean empty) {
    var listing = Optional.ofNullable(PATHS.get(query.path()));
    if (listing.isPresent()) {
      return list(listing.get(), query, content.rows(listing.get()), empty);
    }
    var totals = TOTALS.matcher(query.path());
    if (totals.matches()) {
      return list(Listing.TOTALS, query, ofCommittee(totals.group(1)), empty);
    }
    var receipt = ONE_RECEIPT.matcher(query.path());
    if (receipt.matches()) {
      var row = only(Listing.SCHEDULE_A, "sub_id", receipt.group(1));
      return list(Listing.SCHEDULE_A, query, row, empty);
    }
    return detail(query);
  }

  private Reply detail(Query query) {
    var history = HISTORY.matcher(query.path());
    if (history.matches()) {
      return pageOf("committee-history", only(Listing.COMMITTEES, "committee_id", history.group(1)));
    }
    var detail = DETAIL.matcher(query.path());
    if (!detail.matches()) {
      return Reply.unknownPath();
    }
    var id = detail.group(2);
    if (detail.group(1).equals("committee")) {
      return id.matches("C\\d{8}")
          ? pageOf("committee", only(Listing.COMMITTEES, "committee_id", id))
          : Rules
              .badCommittee();
    }
    return id.matches("[PHS][0-9A-Z]{8}")
        ? pageOf("candidate", only(Listing.CANDIDATES, "candidate_id", id))
        : Rules
            .badCandidate();
  }

  private Reply list(Listing listing, Query query, List<Map<String, Object>> rows, boolean empty) {
    return Rules.findRefusal(listing, query)
        .orElseGet(() -> listing.isSeek()
            ? seek(listing, query, rows, empty)
            : offset(listing, query, rows, empty));
  }

  private Reply seek(Listing listing, Query query, List<Map<String, Object>> rows, boolean empty) {
    var pages = new SeekPages(listing, query);
    var matching = pages.matching(rows);
    var page = empty ? List.<Map<String, Object>>of() : pages.page(matching);
    var pagination = counts(query, matching.size());
    pagination.put("last_indexes", pages.lastIndexes(page));
    return envelope(listing.shape(), pagination, page);
  }

  private Reply offset(Listing listing, Query query, List<Map<String, Object>> rows, boolean empty) {
    var pages = new OffsetPages(listing, query, content.tiesMove());
    var matching = pages.matching(rows);
    var page = empty ? List.<Map<String, Object>>of() : pages.page(matching);
    var pagination = counts(query, matching.size());
    pagination.put("page", query.number("page", 1));
    return envelope(listing.shape(), pagination, page);
  }

  private static Reply pageOf(String shape, List<Map<String, Object>> rows) {
    var pagination = new LinkedHashMap<String, @Nullable Object>(Map.of("count", rows.size(), "is_count_exact", true,
        "page", 1, "pages", rows.size(), "per_page", 20));
    return envelope(shape, pagination, rows);
  }

  private Map<String, @Nullable Object> counts(Query query, int matching) {
    var size = query.number("per_page", 20);
    var told = content.findEstimate(matching).orElse((long) matching);
    var pagination = new LinkedHashMap<String, @Nullable Object>();
    pagination.put("count", told);
    pagination.put("is_count_exact", content.findEstimate(matching).isEmpty());
    pagination.put("pages", (told + size - 1) / size);
    pagination.put("per_page", size);
    return pagination;
  }

  private static Reply envelope(String shape, Map<String, @Nullable Object> pagination,
      List<Map<String, Object>> rows) {
    var results = rows.stream().map(row -> Shapes.fill(shape, row)).toList();
    return Reply.json(200, JsonText.of(Map.of("api_version", "1.0", "pagination", pagination, "results", results)));
  }

  private List<Map<String, Object>> only(Listing listing, String column, String id) {
    return content.rows(listing).stream().filter(row -> id.equals(row.get(column))).limit(1).toList();
  }

  private List<Map<String, Object>> ofCommittee(@Nullable String id) {
    return content.rows(Listing.TOTALS)
        .stream()
        .filter(row -> id == null || id.equals(row.get("committee_id")))
        .toList();
  }
}
