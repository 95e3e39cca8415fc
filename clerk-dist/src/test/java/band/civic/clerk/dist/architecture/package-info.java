@NullMarked
package band.civic.clerk.dist.architecture;

import org.jspecify.annotations.NullMarked;
