/// The one door to work on a site: whoever wants a pipeline or a job run, wants it here. It opens the run, runs the
/// tasks, records every outcome and tells the listeners.
@NullMarked
package band.civic.clerk.core.job;

import org.jspecify.annotations.NullMarked;
