/// The commands around the queue: put jobs in, look at them, try them again, take them out, work on them.
@NullMarked
package band.civic.clerk.core.cli.queue;

import org.jspecify.annotations.NullMarked;
