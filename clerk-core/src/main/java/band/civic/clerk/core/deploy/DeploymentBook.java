package band.civic.clerk.core.deploy;

import static band.civic.clerk.core.store.Tables.BYTES;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.DEPLOYED_AT;
import static band.civic.clerk.core.store.Tables.DEPLOYMENTS;
import static band.civic.clerk.core.store.Tables.DEPLOYMENT_ID;
import static band.civic.clerk.core.store.Tables.ERROR_MESSAGE;
import static band.civic.clerk.core.store.Tables.FILE;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.SHA256;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.TARGET;

import band.civic.clerk.core.deploy.Deployment.State;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.SortedId;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;

/// What was deployed where: one row for each file and target, never changed but for its state.
final class DeploymentBook {
  private static final List<String> THERE = List.of(text(State.PUBLISHED), text(State.PUBLISHED_WITH_WARNINGS));
  private final Registry registry;

  DeploymentBook(Registry registry) {
    this.registry = registry;
  }

  /// Writes what came of one file.
  void add(Deployment deployment) {
    registry.sql()
        .insertInto(DEPLOYMENTS)
        .set(DEPLOYMENT_ID, SortedId.next(deployment.at()))
        .set(SUBDOMAIN, deployment.subdomain())
        .set(DATA_TYPE, deployment.dataType())
        .set(TARGET, deployment.target())
        .set(RUN_ID, deployment.runId())
        .set(FILE, deployment.file())
        .set(BYTES, deployment.bytes())
        .set(SHA256, deployment.sha256())
        .set(STATE, text(deployment.state()))
        .set(DEPLOYED_AT, UtcText.of(deployment.at()))
        .set(ERROR_MESSAGE, deployment.error().orElse(null))
        .execute();
  }

  /// What is at a target now, by subdomain and data type.
  List<Deployment> listThere(String target) {
    return latest(TARGET.eq(target));
  }

  /// What is at a target now for a site.
  List<Deployment> listThere(String target, String subdomain) {
    return latest(TARGET.eq(target).and(SUBDOMAIN.eq(subdomain)));
  }

  /// All deployments of a site, newest first.
  List<Deployment> list(String subdomain, int limit) {
    return registry.sql()
        .selectFrom(DEPLOYMENTS)
        .where(SUBDOMAIN.eq(subdomain))
        .orderBy(DEPLOYMENT_ID.desc())
        .limit(limit)
        .fetch(DeploymentBook::deployment);
  }

  /// What a run wrote.
  List<Deployment> listOfRun(String runId) {
    return registry.sql()
        .selectFrom(DEPLOYMENTS)
        .where(RUN_ID.eq(runId))
        .orderBy(DEPLOYMENT_ID)
        .fetch(DeploymentBook::deployment);
  }

  /// What was at a target before what is there now; empty when nothing was.
  List<Deployment> listBefore(String target, String subdomain) {
    var now = checksums(listThere(target, subdomain));
    return runs(target, subdomain).values()
        .stream()
        .filter(run -> !checksums(run).equals(now))
        .findFirst()
        .orElse(List.of());
  }

  /// What each run put at a target, the newest first.
  private Map<String, List<Deployment>> runs(String target, String subdomain) {
    return registry.sql()
        .selectFrom(DEPLOYMENTS)
        .where(TARGET.eq(target).and(SUBDOMAIN.eq(subdomain)).and(STATE.in(THERE)))
        .orderBy(DEPLOYMENT_ID.desc())
        .fetch(DeploymentBook::deployment)
        .stream()
        .collect(Collectors.groupingBy(Deployment::runId, LinkedHashMap::new, Collectors.toList()));
  }

  /// Marks what is at a target as taken back: every run in a row that put the same there.
  void takeBack(String target, String subdomain) {
    var now = checksums(listThere(target, subdomain));
    var ids = runs(target, subdomain).entrySet()
        .stream()
        .takeWhile(run -> checksums(run.getValue()).equals(now))
        .map(Map.Entry::getKey)
        .toList();
    registry.sql()
        .update(DEPLOYMENTS)
        .set(STATE, text(State.ROLLED_BACK))
        .where(TARGET.eq(target).and(SUBDOMAIN.eq(subdomain)).and(RUN_ID.in(ids)).and(STATE.in(THERE)))
        .execute();
  }

  /// The files of a run were deployed, and somebody who should have heard of it failed.
  void warn(String runId, String message) {
    registry.sql()
        .update(DEPLOYMENTS)
        .set(STATE, text(State.PUBLISHED_WITH_WARNINGS))
        .set(ERROR_MESSAGE, message)
        .where(RUN_ID.eq(runId).and(STATE.eq(text(State.PUBLISHED))))
        .execute();
  }

  /// The newest row's id: another one means that something was deployed since.
  Optional<String> findNewest() {
    return registry.sql()
        .select(DEPLOYMENT_ID)
        .from(DEPLOYMENTS)
        .orderBy(DEPLOYMENT_ID.desc())
        .limit(1)
        .fetchOptional(DEPLOYMENT_ID);
  }

  private List<Deployment> latest(Condition which) {
    return registry.sql()
        .selectFrom(DEPLOYMENTS)
        .where(which.and(STATE.in(THERE)))
        .orderBy(DEPLOYMENT_ID)
        .fetch(DeploymentBook::deployment)
        .stream()
        .collect(Collectors.toMap(each -> each.subdomain() + "/" + each.dataType(), each -> each, (_, newer) -> newer,
            TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private static Set<String> checksums(List<Deployment> deployments) {
    return deployments.stream().map(each -> each.dataType() + " " + each.sha256()).collect(Collectors.toSet());
  }

  private static String text(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Deployment deployment(Record row) {
    return new Deployment(row.get(SUBDOMAIN), row.get(DATA_TYPE), row.get(TARGET),
        Optional.ofNullable(row.get(RUN_ID)).orElse(""), row.get(FILE), row.get(BYTES), row.get(SHA256),
        State.valueOf(row.get(STATE).toUpperCase(Locale.ROOT)), Instant.parse(row.get(DEPLOYED_AT)),
        Optional.ofNullable(row.get(ERROR_MESSAGE)));
  }
}
