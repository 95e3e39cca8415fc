package band.civic.corkboard.query;

import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Args.Arg;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The blocks that `?_extra=` adds to an answer, each worked out only when it is asked for.
public final class ExtraBlocks {
  private final Call call;
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  private record Block(String description, boolean listed, Supplier<@Nullable Object> value) {}

  public ExtraBlocks(Call call) {
    this.call = call;
    add("extras", "Available ?_extra= blocks", this::list);
    add("request", "Full information about the request", () -> request(call));
  }

  /// Offers a block.
  public ExtraBlocks add(String name, String description, Supplier<@Nullable Object> value) {
    blocks.put(name, new Block(description, true, value));
    return this;
  }

  /// Offers a block that older clients ask for and nobody is told about.
  ExtraBlocks addUnlisted(String name, Supplier<@Nullable Object> value) {
    blocks.put(name, new Block("", false, value));
    return this;
  }

  /// The names asked for; one that is not offered is an error.
  public Set<String> requested() {
    var names = names(call.args());
    var unknown = names.stream().filter(n -> !blocks.containsKey(n)).collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw Failure.badRequest("Unknown _extra: " + unknown);
    }
    return names;
  }

  private static Set<String> names(Args args) {
    return args.all("_extra")
        .stream()
        .flatMap(v -> Arrays.stream(v.split(",")))
        .filter(n -> !n.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Adds the blocks of those names to an answer.
  public void addTo(Map<String, @Nullable Object> answer, Set<String> names) {
    names.forEach(n -> answer.put(n, value(n)));
  }

  public @Nullable Object value(String name) {
    var block = blocks.get(name);
    return block == null ? null : block.value.get();
  }

  private List<Map<String, Object>> list() {
    var selected = names(call.args());
    return blocks.entrySet().stream().filter(e -> e.getValue().listed).map(e -> {
      var on = selected.contains(e.getKey());
      var args = on ? call.args().without("_extra", e.getKey()) : call.args().with("_extra", e.getKey());
      var entry = new LinkedHashMap<String, Object>();
      entry.put("name", e.getKey());
      entry.put("description", e.getValue().description);
      entry.put("toggle_url", call.absolute(call.linkWith(args)));
      entry.put("selected", on);
      return (Map<String, Object>) entry;
    }).toList();
  }

  private static Map<String, Object> request(Call call) {
    var request = new LinkedHashMap<String, Object>();
    var full = call.linkWith(call.args());
    request.put("url", call.absolute(full));
    request.put("path", call.link(call.path()));
    request.put("full_path", full);
    request.put("host", call.origin().replaceFirst("^https?://", ""));
    var args = new LinkedHashMap<String, List<String>>();
    call.args().pairs().stream().map(Arg::key).distinct().forEach(k -> args.put(k, call.args().all(k)));
    request.put("args", args);
    return request;
  }
}
