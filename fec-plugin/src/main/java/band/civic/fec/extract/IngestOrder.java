package band.civic.fec.extract;

import band.civic.clerk.spi.Progress;

/// How one file is taken in.
///
/// @param ingestId the number of the ingest
/// @param emptyAmounts what a transaction without an amount is
/// @param faultRate the tolerated part of faulty lines, 0 to 1
/// @param faultGrace so many faulty lines are tolerated in any file
/// @param force whether to read a file that is as it was
/// @param allowShrink whether a file may have much fewer rows than the last one
/// @param progress where to say how far it is
/// @param checkCancelled throws when the work must stop
record IngestOrder(long ingestId, EmptyAmounts emptyAmounts, double faultRate, long faultGrace, boolean force,
    boolean allowShrink, Progress progress, Runnable checkCancelled) {

  IngestOrder withIngestId(long id) {
    return new IngestOrder(id, emptyAmounts, faultRate, faultGrace, force, allowShrink, progress, checkCancelled);
  }

  IngestOrder withEmptyAmounts(EmptyAmounts what) {
    return new IngestOrder(ingestId, what, faultRate, faultGrace, force, allowShrink, progress, checkCancelled);
  }
}
