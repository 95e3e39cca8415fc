@NullMarked
package band.civic.clerk.core.config.agencies;

import org.jspecify.annotations.NullMarked;
