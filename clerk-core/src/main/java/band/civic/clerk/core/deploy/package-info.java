/// Copies published databases to where people read them.
@NullMarked
package band.civic.clerk.core.deploy;

import org.jspecify.annotations.NullMarked;
