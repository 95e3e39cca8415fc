@NullMarked
package band.civic.clerk.core.worker.follow;

import org.jspecify.annotations.NullMarked;
