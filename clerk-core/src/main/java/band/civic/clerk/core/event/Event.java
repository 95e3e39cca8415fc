package band.civic.clerk.core.event;

import band.civic.clerk.core.store.SortedId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Something that happened to a site.
///
/// @param id unique, in the order of time
/// @param kind what
/// @param about to whom
/// @param facts what else is to be told, by name; flat text
/// @param at when, UTC
public record Event(String id, Kind kind, About about, Map<String, String> facts, Instant at) {

  public Event {
    facts = Map.copyOf(facts);
  }

  /// What can happen; stored and sent in lower case.
  public enum Kind {
    SITE_CREATED, SITE_REMOVED, DATA_LOADED, DATA_UNCHANGED, RUN_FAILED, SITE_STALE, DATA_DEPLOYED
  }

  /// To whom something happened.
  ///
  /// @param subdomain the site
  /// @param dataType of its data; empty when it is about the whole site
  /// @param runId the run that did it
  public record About(String subdomain, Optional<String> dataType, Optional<String> runId) {

    /// A whole site.
    public static About site(String subdomain) {
      return new About(subdomain, Optional.empty(), Optional.empty());
    }

    /// What a run did.
    public static About run(String subdomain, String dataType, String runId) {
      return new About(subdomain, Optional.of(dataType), Optional.of(runId));
    }

    /// A site's data, whoever did it.
    public static About data(String subdomain, String dataType) {
      return new About(subdomain, Optional.of(dataType), Optional.empty());
    }
  }

  /// Something that happens now.
  public static Event of(Kind kind, About about, Map<String, String> facts, Instant now) {
    return new Event(SortedId.next(now), kind, about, facts, now);
  }
}
