package band.civic.clerk.core.operate;

import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.spi.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What host and plugins bring that can be looked at. Asked anew each time: sites and agencies come and go.
public interface Installed {

  /// Sites and data types that a pipeline serves.
  Set<DatasetKey> wanted();

  /// Queues that somebody declared.
  Set<String> queues();

  /// The types of jobs that can be done here.
  Set<String> types();

  /// Where each data type's database is published, below a site's directory.
  Map<String, String> files();

  /// What the schedules do, in their order.
  List<Planned> planned();

  /// A job that brings a site's data up to date.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadConfiguration when no pipeline serves that data
  NewJob refresh(DatasetKey key);

  /// What plugins look at themselves.
  List<HealthCheck> healthChecks();
}
