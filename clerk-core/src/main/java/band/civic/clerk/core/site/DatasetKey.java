package band.civic.clerk.core.site;

/// A site and a data type: what a run is for, and what only one run at a time may hold.
///
/// @param subdomain the site
/// @param dataType `finance`, or `job:NAME` for a job that is no pipeline
public record DatasetKey(String subdomain, String dataType) {
  private static final String JOB = "job:";

  /// The key of a job that is no pipeline.
  public static DatasetKey ofJob(String subdomain, String job) {
    return new DatasetKey(subdomain, JOB + job);
  }

  /// Whether this is a data type that a pipeline publishes.
  public boolean isDataType() {
    return !dataType.startsWith(JOB);
  }
}
