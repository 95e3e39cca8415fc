@NullMarked
package band.civic.clerk.core.event;

import org.jspecify.annotations.NullMarked;
