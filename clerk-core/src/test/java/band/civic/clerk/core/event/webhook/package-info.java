@NullMarked
package band.civic.clerk.core.event.webhook;

import org.jspecify.annotations.NullMarked;
