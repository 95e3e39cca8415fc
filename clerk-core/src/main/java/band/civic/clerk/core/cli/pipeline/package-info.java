/// The commands that the host makes for every pipeline and job, and how their outcomes look.
@NullMarked
package band.civic.clerk.core.cli.pipeline;

import org.jspecify.annotations.NullMarked;
