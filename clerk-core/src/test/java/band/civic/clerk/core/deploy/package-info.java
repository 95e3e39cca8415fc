@NullMarked
package band.civic.clerk.core.deploy;

import org.jspecify.annotations.NullMarked;
