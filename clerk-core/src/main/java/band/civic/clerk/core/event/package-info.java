/// What happened, and who is told: an outbox that is written in the transaction of what happened.
@NullMarked
package band.civic.clerk.core.event;

import org.jspecify.annotations.NullMarked;
