@NullMarked
package band.civic.clerk.core.schedule;

import org.jspecify.annotations.NullMarked;
