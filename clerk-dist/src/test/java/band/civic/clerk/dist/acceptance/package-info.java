@NullMarked
package band.civic.clerk.dist.acceptance;

import org.jspecify.annotations.NullMarked;
