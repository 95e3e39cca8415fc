@NullMarked
package band.civic.clerk.core.config.sites;

import org.jspecify.annotations.NullMarked;
