@NullMarked
package band.civic.clerk.core.config.schedules;

import org.jspecify.annotations.NullMarked;
