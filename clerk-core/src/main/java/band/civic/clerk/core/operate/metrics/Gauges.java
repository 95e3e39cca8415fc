package band.civic.clerk.core.operate.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Numbers of one moment, by name.
final class Gauges {
  private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();

  /// Makes a number known, so that it is named and explained even while it has no value.
  Gauges declare(String name, String help) {
    gauges.put(name, GaugeSnapshot.builder().name(name).help(help));
    return this;
  }

  /// Adds a value of a declared number.
  ///
  /// @param labels names and values in turn
  void add(String name, Number value, String... labels) {
    var gauge = gauges.get(name);
    if (gauge == null) {
      throw new IllegalArgumentException(name);
    }
    gauge.dataPoint(GaugeDataPointSnapshot.builder().value(value.doubleValue()).labels(Labels.of(labels)).build());
  }

  MetricSnapshots snapshots() {
    List<MetricSnapshot> snapshots = new ArrayList<>();
    gauges.values().forEach(gauge -> snapshots.add(gauge.build()));
    return new MetricSnapshots(snapshots);
  }
}
