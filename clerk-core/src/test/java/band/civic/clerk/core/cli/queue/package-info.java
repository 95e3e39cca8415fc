/// The commands around the queue, typed.
@NullMarked
package band.civic.clerk.core.cli.queue;

import org.jspecify.annotations.NullMarked;
