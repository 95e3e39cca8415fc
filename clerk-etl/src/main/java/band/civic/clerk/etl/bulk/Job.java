package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.BulkSource;
import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.spi.Progress;
import java.util.Optional;

/// What is read, how, and who is told.
record Job(BulkSource source, LineShape shape, RowMapper mapper, Quarantine quarantine, FaultLimit faultLimit,
    Progress progress, Runnable checkCancelled, boolean fingerprints, Optional<String> sumOf,
    Limits limits) {
  static Job of(BulkSource source, LineShape shape, RowMapper mapper) {
    return new Job(source, shape, mapper, line -> {}, new FaultLimit(0.01, 100), new Silence(), () -> {}, false,
        Optional.empty(), Limits.standard());
  }

  Job withQuarantine(Quarantine other) {
    return new Job(source, shape, mapper, other, faultLimit, progress, checkCancelled, fingerprints, sumOf, limits);
  }

  Job withFaultLimit(FaultLimit other) {
    return new Job(source, shape, mapper, quarantine, other, progress, checkCancelled, fingerprints, sumOf, limits);
  }

  Job withProgress(Progress other) {
    return new Job(source, shape, mapper, quarantine, faultLimit, other, checkCancelled, fingerprints, sumOf, limits);
  }

  Job withCancellation(Runnable other) {
    return new Job(source, shape, mapper, quarantine, faultLimit, progress, other, fingerprints, sumOf, limits);
  }

  Job withFingerprints() {
    return new Job(source, shape, mapper, quarantine, faultLimit, progress, checkCancelled, true, sumOf, limits);
  }

  Job withSumOf(String column) {
    return new Job(source, shape, mapper, quarantine, faultLimit, progress, checkCancelled, fingerprints,
        Optional.of(column), limits);
  }

  Job withLimits(Limits other) {
    return new Job(source, shape, mapper, quarantine, faultLimit, progress, checkCancelled, fingerprints, sumOf, other);
  }

  /// Nobody is told.
  private record Silence() implements Progress {

    @Override
    public void step(String what) {}

    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {}
  }
}
