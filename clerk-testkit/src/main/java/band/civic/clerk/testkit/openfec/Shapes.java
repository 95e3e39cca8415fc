package band.civic.clerk.testkit.openfec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which fields OpenFEC's answers have: all of them, always, empty ones as null.
final class Shapes {
  private static final Map<String, List<String>> SHAPES = read();

  private Shapes() {}

  /// The row with every field of the shape; fields that begin with `_` are the test's own and are left out.
  static Map<String, @Nullable Object> fill(String shape, Map<String, ?> row) {
    var full = new TreeMap<String, @Nullable Object>();
    SHAPES.getOrDefault(shape, List.of()).forEach(field -> full.put(field, row.get(field)));
    if (full.containsKey("committee") && row.get("committee") == null && row.get("committee_id") != null) {
      full.put("committee", committee(row));
    }
    if (full.containsKey("memoed_subtotal")) {
      full.put("memoed_subtotal", "X".equals(row.get("memo_code")));
    }
    return full;
  }

  private static Map<String, @Nullable Object> committee(Map<String, ?> row) {
    return fill("nested-committee", Map.of("committee_id", String.valueOf(row.get("committee_id")), "candidate_ids",
        List.of(), "is_active", true));
  }

  private static Map<String, List<String>> read() {
    try (var in = Shapes.class.getResourceAsStream("shapes.txt")) {
      if (in == null) {
        throw new IllegalStateException("shapes.txt is not on the class path");
      }
      var shapes = new HashMap<String, List<String>>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .forEach(parts -> shapes.put(parts[0], List.of(parts[1].split(" "))));
      return Map.copyOf(shapes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
