@NullMarked
package band.civic.clerk.core.config;

import org.jspecify.annotations.NullMarked;
