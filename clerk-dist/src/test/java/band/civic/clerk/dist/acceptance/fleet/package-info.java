@NullMarked
package band.civic.clerk.dist.acceptance.fleet;

import org.jspecify.annotations.NullMarked;
