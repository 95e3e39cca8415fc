package band.civic.corkboard.parquet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A column of a Parquet file.
///
/// @param name its name
/// @param type what it holds
public record Field(String name, Type type) {

  /// What a column holds, with the number that Parquet gives it.
  public enum Type {
    LONG(2), DOUBLE(5), TEXT(6), BYTES(6);

    final int number;

    Type(int number) {
      this.number = number;
    }

    /// The type that holds all of these kinds of SQLite values without loss, text where they have nothing in common.
    ///
    /// @param kinds as `typeof` calls them
    public static Type of(Set<String> kinds) {
      if (kinds.contains("blob")) {
        return BYTES;
      }
      if (kinds.isEmpty() || kinds.contains("text")) {
        return TEXT;
      }
      return kinds.contains("real") ? DOUBLE : LONG;
    }
  }

  /// Columns whose names are all different: a name that comes again gets a number.
  public static List<Field> unique(List<Field> fields) {
    var taken = new HashSet<String>();
    var unique = new ArrayList<Field>();
    for (var field : fields) {
      var name = field.name;
      for (int i = 2; !taken.add(name); i++) {
        name = field.name + "_" + i;
      }
      unique.add(new Field(name, field.type));
    }
    return unique;
  }
}
