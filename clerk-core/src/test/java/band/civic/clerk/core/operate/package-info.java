@NullMarked
package band.civic.clerk.core.operate;

import org.jspecify.annotations.NullMarked;
