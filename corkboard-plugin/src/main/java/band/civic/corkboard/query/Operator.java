package band.civic.corkboard.query;

import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.sqlite.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The operators of `column__operator=value`. In the SQL `{c}` stands for the column and `{p}` for the value; in the
/// words `{c}` and `{v}`.
public enum Operator {
  EXACT("=", "{c} = {p}", "{c} = {q}"), NOT("!=", "{c} != {p}", "{c} != {q}"), CONTAINS("contains", "{c} like {p}",
      "{c} contains \"{v}\"",
      "%{}%"), NOTCONTAINS("does not contain", "{c} not like {p}", "{c} does not contain \"{v}\"", "%{}%"), ENDSWITH(
          "ends with", "{c} like {p}", "{c} ends with \"{v}\"",
          "%{}"), STARTSWITH("starts with", "{c} like {p}", "{c} starts with \"{v}\"", "{}%"), GT(">", "{c} > {p}",
              "{c} > {v}"), GTE("≥", "{c} >= {p}", "{c} ≥ {v}"), LT("<", "{c} < {p}", "{c} < {v}"), LTE("≤",
                  "{c} <= {p}", "{c} ≤ {v}"), LIKE("like", "{c} like {p}", "{c} like \"{v}\""), NOTLIKE("not like",
                      "{c} not like {p}", "{c} not like \"{v}\""), GLOB("glob", "{c} glob {p}", "{c} glob \"{v}\""), IN(
                          "in", "{c} in ({p})",
                          "{c} in {l}"), NOTIN("not in", "{c} not in ({p})", "{c} not in {l}"), ARRAYCONTAINS(
                              "array contains",
                              "{p} in (select value from json_each(case when json_valid({c}) then {c} end))",
                              "{c} contains \"{v}\""), ARRAYNOTCONTAINS("array does not contain",
                                  "{p} not in (select value from json_each(case when json_valid({c}) then {c} end) where value is not null)",
                                  "{c} does not contain \"{v}\""), DATE("date", "date({c}) = {p}",
                                      "\"{c}\" is on date {v}"), ISNULL("is null", "{c} is null",
                                          "{c} is null"), NOTNULL("is not null", "{c} is not null",
                                              "{c} is not null"), ISBLANK("is blank", "({c} is null or {c} = '')",
                                                  "{c} is blank"), NOTBLANK("is not blank",
                                                      "({c} is not null and {c} != '')", "{c} is not blank");

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private final String display;
  private final String sql;
  private final String words;
  private final String format;

  Operator(String display, String sql, String words) {
    this(display, sql, words, "{}");
  }

  Operator(String display, String sql, String words, String format) {
    this.display = display;
    this.sql = sql;
    this.words = words;
    this.format = format;
  }

  /// As it stands in an argument, `notcontains`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As it stands in a form, `does not contain`.
  public String display() {
    return display;
  }

  /// True when it takes a value.
  public boolean takesValue() {
    return sql.contains("{p}");
  }

  static Optional<Operator> find(String key) {
    return Arrays.stream(values()).filter(o -> o.key().equals(key)).findFirst();
  }

  void apply(Conditions to, String column, String value) {
    var quoted = Sql.quoted(column);
    if (this == IN || this == NOTIN) {
      var all = list(value).stream().map(to::bind).collect(Collectors.joining(", "));
      to.require(sql.replace("{p}", all).replace("{c}", quoted));
    } else {
      var bound = takesValue() ? to.bind(converted(value)) : "";
      to.require(sql.replace("{p}", bound).replace("{c}", quoted));
    }
    to.say(said(column, value));
  }

  private Object converted(String value) {
    boolean compares = this == GT || this == GTE || this == LT || this == LTE;
    return compares && DIGITS.matcher(value).matches() ? (Object) Long.valueOf(value) : format.replace("{}", value);
  }

  private String said(String column, String value) {
    var shown = value.chars().allMatch(Character::isDigit) && !value.isEmpty() ? value : '"' + value + '"';
    var items = words.contains("{l}")
        ? list(value).stream().map(Json::text).collect(Collectors.joining(", ", "[", "]"))
        : "";
    return words.replace("{l}", items).replace("{q}", shown).replace("{v}", value).replace("{c}", column);
  }

  /// `a, b` or a JSON array.
  private static List<Object> list(String value) {
    if (!value.startsWith("[")) {
      return Arrays.stream(value.split(",", -1)).map(v -> (Object) v.strip()).toList();
    }
    return Json.parse(value)
        .map(Json.Parsed::value)
        .filter(List.class::isInstance)
        .<List<Object>>map(v -> ((List<?>) v).stream().map(Operator::scalar).toList())
        .orElseThrow(() -> Failure.badRequest("Invalid JSON list: " + value));
  }

  private static Object scalar(Object item) {
    return item instanceof Number || item instanceof String ? item : String.valueOf(item);
  }
}
