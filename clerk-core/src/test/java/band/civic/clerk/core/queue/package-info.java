/// Tests of the queue against real registries.
@NullMarked
package band.civic.clerk.core.queue;

import org.jspecify.annotations.NullMarked;
