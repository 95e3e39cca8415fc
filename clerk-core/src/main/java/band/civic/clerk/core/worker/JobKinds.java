package band.civic.clerk.core.worker;

import static java.util.stream.Collectors.toMap;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// All types of jobs that this host can do, and with them all its queues: a queue is there because a type waits in it.
public final class JobKinds {
  private final Map<String, JobKind> byType;

  /// @throws BadConfiguration when two have one type
  public JobKinds(Collection<JobKind> kinds) {
    byType = kinds.stream().collect(toMap(JobKind::type, kind -> kind, JobKinds::clash, TreeMap::new));
  }

  /// All of them, by type.
  public List<JobKind> list() {
    return List.copyOf(byType.values());
  }

  /// The type, if this host can do it.
  public Optional<JobKind> find(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /// The type.
  ///
  /// @throws BadConfiguration when this host cannot do it; tells what there is
  public JobKind get(String type) {
    return find(type).orElseThrow(() -> new BadConfiguration("There is no job type \"%s\"; there are %s."
        .formatted(type, String.join(", ", byType.keySet()))));
  }

  /// The names of all types.
  public Set<String> types() {
    return byType.keySet();
  }

  /// The names of all queues.
  public Set<String> queues() {
    return byType.values().stream().map(JobKind::queue).collect(TreeSet::new, Set::add, Set::addAll);
  }

  /// Checks names of queues.
  ///
  /// @throws BadConfiguration when there is no such queue; tells which there are
  public void requireQueue(String queue) {
    if (!queues().contains(queue)) {
      throw new BadConfiguration("There is no queue \"%s\"; there are %s.".formatted(queue, String.join(", ",
          queues())));
    }
  }

  private static JobKind clash(JobKind one, JobKind other) {
    throw new BadConfiguration("Two things bring the job type \"%s\": %s, and %s. Take one of them out.".formatted(
        one.type(), one.description(), other.description()));
  }
}
