package band.civic.clerk.core.store;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.List;
import java.util.Optional;

/// The registry's schema, for `clerk db`: what is installed, what is missing. Opening it changes nothing.
public final class Schema implements AutoCloseable {
  private final Connections connections;

  private Schema(Connections connections) {
    this.connections = connections;
  }

  /// Reaches the registry at a JDBC address without touching its schema.
  ///
  /// @throws band.civic.clerk.spi.ClerkException as [Registry#open(String)]
  public static Schema open(String jdbcUrl) {
    return new Schema(Connections.open(jdbcUrl));
  }

  /// One step of the schema.
  ///
  /// @param version `1`
  /// @param description what it brought
  /// @param state `installed`, `pending`, `failed`, `missing`
  /// @param installedAt UTC; absent when it is not installed
  public record Step(String version, String description, String state, Optional<String> installedAt) {}

  /// The installed version; empty in a database that clerk never opened.
  public Optional<Integer> findVersion() {
    return Migrations.findVersion(connections);
  }

  /// The version that this clerk needs.
  public int newestVersion() {
    return Migrations.NEWEST;
  }

  /// Installs what is missing.
  ///
  /// @return the versions that were installed by this
  /// @throws BadConfiguration when the database is not a registry, or one of a newer clerk
  public List<String> upgrade() {
    return Migrations.isCurrent(connections) ? List.of() : new Flyways(connections).migrate();
  }

  /// All steps, the oldest first.
  public List<Step> history() {
    return new Flyways(connections).steps();
  }

  /// What differs between the installed steps and those of this clerk; empty when nothing does.
  public List<String> problems() {
    return new Flyways(connections).problems();
  }

  /// The database as people may see it.
  public String name() {
    return connections.name();
  }

  @Override
  public void close() {
    connections.close();
  }
}
