@NullMarked
package band.civic.clerk.core;

import org.jspecify.annotations.NullMarked;
