package band.civic.corkboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes addresses and statements that are nearly right, and spoils them: what a fuzzer of bytes would need hours to
/// come upon.
final class Fuzz {
  private static final List<String> NAMES = List.of("fixtures", "facetable", "html", "searchable", "searchable_fts",
      "paginated_view", "compound_primary_key", "no_primary_key", "quo~22ted", "table~2Fwith~2Fslashes~2Ecsv", "-",
      "..",
      "query", "schema", "chart", "search", "static", "by_state", "1", "a,b", "data~2Ejson", "wide_values", "nope", "",
      "jump", "queries", "autocomplete", "databases", "sites", "select", "binary_data", "openapi", "dictionary");
  private static final List<String> FORMATS = List.of("", "", ".json", ".csv", ".ndjson", ".blob", ".db", ".svg", ".md",
      ".x", ".json.json");
  private static final List<String> ARGUMENTS = List.of("_shape", "_size", "_next", "_sort", "_sort_desc", "_facet",
      "_facet_date", "_facet_array", "_facet_size", "_search", "_search_text1", "_searchmode", "_where", "_through",
      "_col", "_nocol", "_labels", "_label", "_json", "_nl", "_json_infinity", "_timelimit", "_ttl", "_extra",
      "_stream",
      "_header", "_dl", "_end", "_fts_table", "_fts_pk", "_blob_column", "_blob_hash", "_nofacet", "_nocount",
      "_filter_column", "_filter_op", "_filter_value", "_filter_column_1", "_sort_by_desc", "_format", "_show_hidden",
      "q", "sql", "state", "state__in", "pk__gt", "tags__arraycontains", "created__date", "n__isnull", "pk__like",
      "payload__glob", "__", "_city_id__exact", "a__b__exact", "rowid", "content__contains", "_embed", "_trace");
  private static final List<String> VALUES = List.of("1", "0", "-1", "99999999999999999999", "on", "off", "max", "CA",
      "state", "pk", "rowid", "facetable", "array", "objects", "object", "arrays", "arrayfirst", "[1,2", "[\"a\"]",
      "{\"table\":\"attraction_characteristics\",\"column\":\"characteristic_id\",\"value\":\"1\"}", "{}", "$null",
      "$row",
      "$n1", "$x00", "1,2", "~", "%", "'", "\"", "\\", "\u0000", "\r\n", "bud*", "dog", "NEAR(a b)", "a AND", "*", "-",
      "2019-01-14", "*a*[", "[", "%%%", "_", "é", "日本", "\uD800", "count,columns,facet_results,suggested_facets,query",
      "extras", "raw", "1e400", "nan", "json", "csv", "searchable_fts", "payload", "select 1", "1=1", "1) or (1",
      "pk in (select pk from facetable)", "9223372036854775808", "00", "+1", " 1 ");
  private static final List<String> WORDS = List.of("select", "from", "where", "facetable", "html", "pk", "*", "(", ")",
      ",", "1", "'a'", "\"pk\"", "[pk]", "`pk`", ":a", "@b", "$c", "?", "?1", "--", "/*", "*/", ";", "\n", "union",
      "all",
      "with", "recursive", "as", "explain", "query plan", "pragma", "pragma_table_info('html')", "pragma_user_version",
      "attach", "detach", "vacuum into '/tmp/fuzz-evil.db'", "insert into html values (77, 'x')", "delete from html",
      "update html set payload = 1", "drop table html", "create table x(a)", "replace into html values (1, 'z')",
      "returning *", "limit", "order by", "group by", "count(*)", "x'00'", "null", "like", "glob", "match",
      "json_each('[1]')",
      "load_extension('x')", "writefile('/tmp/fuzz-evil', 'x')", "readfile('/etc/passwd')", "zeroblob(1000)",
      "randomblob(9)",
      "fts5", "escape_fts('a')", "::", "||", "'", "\"", "[", "\u0000", "begin", "commit", "values (1)", "sqlite_master",
      "edit('x')", "fts3_tokenizer('simple', x'00')", "case when 1 then 2 end", "over ()", "materialized", "exists");

  private final Random random;

  Fuzz(long seed) {
    this.random = new Random(seed);
  }

  /// A path with a query string.
  String address() {
    if (random.nextInt(4) == 0) {
      return "/fixtures/-/query" + one(FORMATS) + "?sql=" + encode(sql()) + arguments(2);
    }
    var parts = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> one(NAMES)).collect(Collectors.joining("/"));
    var path = random.nextInt(3) == 0 ? "/fixtures/facetable" : "/" + parts;
    var whole = spoiled(path + one(FORMATS)).replace('?', '~');
    return (whole.startsWith("/") ? whole : "/" + whole) + "?" + arguments(5);
  }

  /// A statement.
  String sql() {
    var start = random.nextInt(3) > 0 ? "select " : "";
    return spoiled(start + IntStream.range(0, 1 + random.nextInt(12))
        .mapToObj(_ -> one(WORDS))
        .collect(Collectors.joining(random.nextInt(8) == 0 ? "" : " ")));
  }

  private String arguments(int most) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(_ -> "&" + one(ARGUMENTS) + "=" + value())
        .collect(Collectors.joining());
  }

  private String value() {
    var value = random.nextInt(5) == 0 ? one(VALUES) + one(VALUES) : one(VALUES);
    if (random.nextInt(60) == 0) {
      value = value.repeat(1_000);
    }
    return random.nextInt(6) == 0 ? spoiled(value).replaceAll("[\\s#&?]", "") : encode(value);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Sometimes a character is lost, doubled or another.
  private String spoiled(String text) {
    if (text.isEmpty() || random.nextInt(3) > 0) {
      return text;
    }
    int at = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
      case 2 -> text.substring(0, at) + (char) (1 + random.nextInt(126)) + text.substring(at);
      default -> text.substring(0, at) + "%" + Integer.toHexString(random.nextInt(256)) + text.substring(at);
    };
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
