/// How fast the queue is.
@NullMarked
package band.civic.clerk.bench.queue;

import org.jspecify.annotations.NullMarked;
