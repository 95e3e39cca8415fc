/// Which tasks of a pipeline run, in which order and why, and running them. Knows nothing of where state is kept.
@NullMarked
package band.civic.clerk.core.pipeline;

import org.jspecify.annotations.NullMarked;
