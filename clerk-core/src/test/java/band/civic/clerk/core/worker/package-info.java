/// Tests of workers against real registries.
@NullMarked
package band.civic.clerk.core.worker;

import org.jspecify.annotations.NullMarked;
