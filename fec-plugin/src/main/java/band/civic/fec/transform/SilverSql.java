package band.civic.fec.transform;

import band.civic.clerk.etl.sqlite.SqlScript;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statements that fill silver, with the parts that depend on cycle and site put in.
///
/// @param slice the site's part
/// @param today what is later is in the future
record SilverSql(Slice slice, LocalDate today) {
  private static final Pattern CENTS = Pattern.compile("\\{cents:(\\w+)}");
  /// The FEC's numbers of rows tell the day on which it loaded them; others are numbers alone.
  private static final String LOADED_ON = """
      CASE WHEN substr(i.sub_id, 6, 2) IN ('19', '20') AND substr(i.sub_id, 2, 2) BETWEEN '01' AND '12'
        AND substr(i.sub_id, 4, 2) BETWEEN '01' AND '31' AND length(i.sub_id) = 19
        THEN substr(i.sub_id, 6, 4) || '-' || substr(i.sub_id, 2, 2) || '-' || substr(i.sub_id, 4, 2) END""";
  private static final String ZIP5 = """
      CASE WHEN i.zip_code GLOB '[0-9][0-9][0-9][0-9][0-9]*' THEN substr(i.zip_code, 1, 5)
        WHEN trim(i.zip_code) GLOB '[0-9][0-9][0-9][0-9]' THEN '0' || trim(i.zip_code)
        WHEN trim(i.zip_code) GLOB '[0-9][0-9][0-9][0-9][0-9]*' THEN substr(trim(i.zip_code), 1, 5) END""";

  private static final String RELEASED = "(SELECT modified_at FROM k.releases ORDER BY ingest_id DESC LIMIT 1)";
  private static final Pattern WINS = Pattern.compile("\\{wins:(\\w+)}");
  private static final Pattern UNRETIRED = Pattern.compile("\\{unretired:(\\w+)}");

  /// OpenFEC's amount is the file's with its cents; where they differ by a dollar or more the later source is believed:
  /// the file of its day, or OpenFEC of the day on which it last said the row.
  private static final String API_WINS = """
      ($1.amount_cents IS NOT NULL AND (i.amount_cents IS NULL
        OR ($1.amount_cents / 100 = i.amount_cents / 100 AND i.amount_cents % 100 = 0)
        OR (SELECT started_at FROM api.ingests g WHERE g.ingest_id = $1.last_run) > {released}))""";

  /// A row that OpenFEC had and lost after the file was released was amended away.
  private static final String IS_UNRETIRED = """
      i.sub_id NOT IN (SELECT r.sub_id FROM api.$1 r JOIN api.ingests g ON g.ingest_id = r.retired_run
        WHERE g.started_at > {released})""";

  /// The statements of `{name}.sql` for a cycle.
  List<String> statements(String name, int cycle) {
    return SqlScript.of(filled(SqlScript.text(SilverSql.class, name + ".sql"), cycle)).statements();
  }

  private String filled(String sql, int cycle) {
    var text = sql.replace("{cycle}", String.valueOf(cycle))
        .replace("{nation}", slice.isNation() ? "1" : "0")
        .replace("{loaded_on}", LOADED_ON)
        .replace("{today}", "'" + today + "'")
        .replace("{zip5}", ZIP5)
        .replace("{resident}", slice.resident("i.state", "i.city", "i.zip_code"))
        .replace("{api_resident}", slice.resident("a.body ->> '$.contributor_state'",
            "a.body ->> '$.contributor_city'", "a.body ->> '$.contributor_zip'"))
        .replace("{committee}", slice.committee(cycle))
        .replace("{candidate}", slice.candidate(cycle));
    text = WINS.matcher(text).replaceAll(API_WINS);
    text = UNRETIRED.matcher(text).replaceAll(IS_UNRETIRED);
    text = text.replace("{released}", RELEASED);
    return CENTS.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(
            "CAST(round(CAST(" + found.group(1) + " AS REAL) * 100) AS INTEGER)"));
  }
}
