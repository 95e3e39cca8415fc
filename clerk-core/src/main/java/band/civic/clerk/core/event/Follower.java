package band.civic.clerk.core.event;

/// Enqueues what follows from an event: pipelines that are made from its data, webhooks. Called in the transaction that
/// takes the event, so that both are committed or neither.
@FunctionalInterface
public interface Follower {
  /// Nothing follows.
  Follower NONE = _ -> {};

  void follow(Event event);
}
