package band.civic.corkboard.query;

import band.civic.corkboard.sqlite.Sql;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of facets: by value, by day, by element of a JSON array.
enum FacetKind {
  COLUMN("_facet", ""), DATE("_facet_date", "__date"), ARRAY("_facet_array", "__arraycontains");

  private final String argument;
  private final String operator;

  FacetKind(String argument, String operator) {
    this.argument = argument;
    this.operator = operator;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The argument that asks for such a facet.
  String argument() {
    return argument;
  }

  static Optional<FacetKind> find(String key) {
    return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
  }

  /// The argument that keeps only rows with one of the facet's values.
  String filter(String column) {
    return this == COLUMN && column.startsWith("_") ? column + "__exact" : column + operator;
  }

  /// Values and counts, most frequent first.
  Sql sql(TablePlan plan, String column, int limit) {
    var name = Sql.name(column);
    var table = Sql.name(plan.call().table().name());
    var filters = plan.filters();
    var end = " group by 1 order by 2 desc, 1 limit " + limit;
    var text = switch (this) {
      case COLUMN ->
        "select " + name + ", count(*) from " + table + " " + filters.whereAnd(name + " is not null") + end;
      case DATE -> "select date(" + name + "), count(*) from " + table + " "
          + filters.whereAnd("date(" + name + ") is not null") + end;
      case ARRAY -> "select j.value, count(distinct b.r) from (select row_number() over () as r, "
          + "case when json_valid(" + name + ") and json_type(" + name + ") = 'array' then " + name + " end as c from "
          + table + " " + filters.where() + ") b, json_each(b.c) j where j.value is not null" + end;
    };
    return new Sql(text, filters.params());
  }
}
