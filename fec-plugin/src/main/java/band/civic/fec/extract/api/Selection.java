package band.civic.fec.extract.api;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.TaskContext;
import band.civic.fec.bronze.Sql;
import band.civic.fec.model.Cycle;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whose data a run reads.
///
/// @param states two letters each; empty for all
/// @param committees ids; empty for all of the states
/// @param cycles two-year cycles, in order
public record Selection(List<String> states, List<String> committees, List<Integer> cycles) {
  private static final Set<String> STATES = Set.of(("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA "
      + "MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS MP PR VI")
      .split(" "));

  public Selection {
    states = List.copyOf(states);
    committees = List.copyOf(committees);
    cycles = List.copyOf(cycles);
  }

  static Selection of(TaskContext context, Instant now) {
    var year = now.atZone(ZoneOffset.UTC).getYear();
    try {
      var states = states(context.option("states").orElse(""));
      var committees = committees(context.option("committees").orElse(""));
      var text = context.option("cycles").or(() -> context.option("cycle")).orElse(Integer.toString(Cycle.of(year)));
      return new Selection(states, committees, cycles(text, year));
    } catch (IllegalArgumentException e) {
      throw new ClerkException.BadConfiguration(String.valueOf(e.getMessage()), e);
    }
  }

  /// The states of `CA,OH`.
  ///
  /// @throws IllegalArgumentException when one of them is none
  public static List<String> states(String text) {
    return words(text).peek(state -> {
      if (!STATES.contains(state)) {
        throw new IllegalArgumentException("--states: \"" + state + "\" is no state; write two letters each: CA,OH");
      }
    }).toList();
  }

  /// The committees of `C00000001,C00000002`.
  ///
  /// @throws IllegalArgumentException when one of them has another form
  public static List<String> committees(String text) {
    return words(text).peek(id -> {
      if (!id.matches("C\\d{8}")) {
        throw new IllegalArgumentException("--committees: \"" + id + "\" is no committee; an id is C and 8 digits");
      }
    }).toList();
  }

  /// The cycles of `2024,2026`.
  ///
  /// @throws IllegalArgumentException when one of them is none
  public static List<Integer> cycles(String text, int thisYear) {
    return words(text).map(year -> Cycle.parse(year, thisYear)).toList();
  }

  /// The committees that are read, by id: those that were named, or the known ones of the states that are active in the
  /// cycle.
  Collection<String> listCommittees(Sql sql, int cycle) throws SQLException {
    if (!committees.isEmpty()) {
      return committees;
    }
    return sql.list(row -> row.getString(1), """
        SELECT DISTINCT id FROM api_entities e
        WHERE kind = 'committees' AND EXISTS (SELECT 1 FROM json_each(e.body, '$.cycles') c WHERE c.value = ?)
          AND (? = '' OR instr(?, json_extract(body, '$.state')) > 0)
        ORDER BY id""", cycle, String.join(",", states), String.join(",", states));
  }

  /// Each state by itself, or everything at once.
  List<Optional<String>> scopes() {
    return states.isEmpty() ? List.of(Optional.empty()) : states.stream().map(Optional::of).toList();
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .map(word -> word.toUpperCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .distinct()
        .sorted();
  }
}
