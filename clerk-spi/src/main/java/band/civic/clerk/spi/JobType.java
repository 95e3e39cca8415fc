package band.civic.clerk.spi;

/// A single piece of work for a site that is not part of a pipeline, run by `clerk job run NAME --subdomain S`.
public interface JobType {

  /// Stable, unique among all plugins, lower case with `-`: stored with every run.
  String name();

  /// One line for the list of job types.
  String description();

  /// Does the work; the same rules as [Task#run].
  TaskReport run(TaskContext context);
}
