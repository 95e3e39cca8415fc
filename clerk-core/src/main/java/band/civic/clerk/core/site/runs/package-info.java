/// What was done for sites: runs, their tasks and notices, and what they left. The SQL behind `core.job`.
@NullMarked
package band.civic.clerk.core.site.runs;

import org.jspecify.annotations.NullMarked;
