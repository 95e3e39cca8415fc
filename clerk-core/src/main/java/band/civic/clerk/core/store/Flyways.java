package band.civic.clerk.core.store;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The only class that knows Flyway.
final class Flyways {
  private final Connections connections;
  private final Flyway flyway;

  Flyways(Connections connections) {
    this.connections = connections;
    this.flyway = Flyway.configure(Flyways.class.getClassLoader())
        .dataSource(connections.unpooled())
        .locations("classpath:db/registry")
        .failOnMissingLocations(true)
        .load();
  }

  void migrate() {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw new BadConfiguration("The schema of the registry %s cannot be brought up to date: %s"
          .formatted(connections.name(), e.getMessage()), e);
    }
  }
}
