@NullMarked
package band.civic.clerk.dist.simulation;

import org.jspecify.annotations.NullMarked;
