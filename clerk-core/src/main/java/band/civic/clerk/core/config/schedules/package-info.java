/// What clerk does by itself and when, as people wrote it.
@NullMarked
package band.civic.clerk.core.config.schedules;

import org.jspecify.annotations.NullMarked;
