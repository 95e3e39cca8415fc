package band.civic.clerk.core.worker;

import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A type of job that this host can do.
///
/// @param type stable text, `finance.etl`; never a class name, because jobs outlive versions
/// @param queue where its jobs wait
/// @param description one line
/// @param limits how long and how often one is tried
/// @param dataType of what data its jobs are; empty when they are for no site
/// @param arguments names of the arguments that its jobs take
/// @param handler does it
public record JobKind(String type, String queue, String description, Limits limits, Optional<String> dataType,
    Set<String> arguments, Handler handler) {

  public JobKind {
    arguments = Set.copyOf(arguments);
  }

  /// Does a job: on a platform thread of its own, so that it may use SQL.
  @FunctionalInterface
  public interface Handler {
    /// @throws RuntimeException a [band.civic.clerk.spi.ClerkException.SourceUnavailable] or a bug is tried again, other
    ///   known failures are not
    JobResult run(JobContext context);
  }

  /// A type of the host's own jobs, for no site, without arguments.
  public static JobKind of(String type, String queue, Limits limits, Handler handler) {
    return new JobKind(type, queue, "", limits, Optional.empty(), Set.of(), handler);
  }

  public JobKind withDescription(String value) {
    return new JobKind(type, queue, value, limits, dataType, arguments, handler);
  }

  public JobKind withArguments(Set<String> names) {
    return new JobKind(type, queue, description, limits, dataType, names, handler);
  }

  /// Its jobs are each for a site, and kept apart from the site's data.
  public JobKind ofSites() {
    return ofSites(DatasetKey.ofJob("", type).dataType());
  }

  /// Its jobs are each for a site's data of that type.
  public JobKind ofSites(String type) {
    return new JobKind(this.type, queue, description, limits, Optional.of(type), arguments, handler);
  }

  /// Whether its jobs are each for a site.
  public boolean isOfSites() {
    return dataType.isPresent();
  }

  /// A job of this type for a site. The same one with the same arguments is done once at a time.
  ///
  /// @throws BadConfiguration when it takes no site, or not these arguments
  public NewJob forSite(String subdomain, Map<String, String> values) {
    var key = new DatasetKey(subdomain, dataType.orElseThrow(() -> new BadConfiguration(
        "A job of type %s is not for a site. Leave %s out.".formatted(type, subdomain))));
    return job(values, subdomain).withSite(key);
  }

  /// A job of this type for no site. The same one with the same arguments is done once at a time.
  ///
  /// @throws BadConfiguration when it needs a site, or does not take these arguments
  public NewJob forHost(Map<String, String> values) {
    if (isOfSites()) {
      throw new BadConfiguration("A job of type %s is for a site. Name one, such as `clerk enqueue %s alameda.ca`."
          .formatted(type, type));
    }
    return job(values, "");
  }

  private NewJob job(Map<String, String> values, String subdomain) {
    var unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(arguments);
    if (!unknown.isEmpty()) {
      throw new BadConfiguration("A job of type %s takes no argument \"%s\"; it takes %s.".formatted(type,
          unknown.first(), arguments.isEmpty() ? "none" : String.join(", ", new TreeSet<>(arguments))));
    }
    var key = String.join(" ", type, subdomain, values.isEmpty() ? "" : JsonText.of(values)).strip();
    return NewJob.of(type, queue, limits).withArguments(values).withUniqueKey(key);
  }
}
