package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.BulkSource;
import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.spi.Progress;

/// What is read, how, and who is told.
///
/// @param threads how many read and encode
/// @param chunk how many bytes one of them takes at a time
record Job(BulkSource source, LineShape shape, RowMapper mapper, Quarantine quarantine, FaultLimit faultLimit,
    Progress progress, Runnable checkCancelled, boolean fingerprints, int threads, int chunk) {
  private static final int CHUNK = 1 << 22;

  static Job of(BulkSource source, LineShape shape, RowMapper mapper) {
    return new Job(source, shape, mapper, line -> {}, new FaultLimit(0.01, 100), new Silence(), () -> {}, false,
        Math.min(8, Runtime.getRuntime().availableProcessors()), CHUNK);
  }

  Job withQuarantine(Quarantine other) {
    return new Job(source, shape, mapper, other, faultLimit, progress, checkCancelled, fingerprints, threads, chunk);
  }

  Job withFaultLimit(FaultLimit other) {
    return new Job(source, shape, mapper, quarantine, other, progress, checkCancelled, fingerprints, threads, chunk);
  }

  Job withProgress(Progress other) {
    return new Job(source, shape, mapper, quarantine, faultLimit, other, checkCancelled, fingerprints, threads, chunk);
  }

  Job withCancellation(Runnable other) {
    return new Job(source, shape, mapper, quarantine, faultLimit, progress, other, fingerprints, threads, chunk);
  }

  Job withFingerprints() {
    return new Job(source, shape, mapper, quarantine, faultLimit, progress, checkCancelled, true, threads, chunk);
  }

  Job withThreads(int count, int bytes) {
    return new Job(source, shape, mapper, quarantine, faultLimit, progress, checkCancelled, fingerprints, count, bytes);
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
