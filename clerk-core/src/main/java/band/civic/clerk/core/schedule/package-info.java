/// The clock: when something is to be done, and that it is done once. What is done then is a job of the queue.
@NullMarked
package band.civic.clerk.core.schedule;

import org.jspecify.annotations.NullMarked;
