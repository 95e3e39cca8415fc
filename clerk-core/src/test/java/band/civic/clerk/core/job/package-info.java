/// Tests of runs against a real registry.
@NullMarked
package band.civic.clerk.core.job;

import org.jspecify.annotations.NullMarked;
