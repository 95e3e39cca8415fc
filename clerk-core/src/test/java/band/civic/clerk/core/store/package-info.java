@NullMarked
package band.civic.clerk.core.store;

import org.jspecify.annotations.NullMarked;
