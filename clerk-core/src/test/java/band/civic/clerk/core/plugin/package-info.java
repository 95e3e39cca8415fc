@NullMarked
package band.civic.clerk.core.plugin;

import org.jspecify.annotations.NullMarked;
