@NullMarked
package band.civic.clerk.core.operate.http;

import org.jspecify.annotations.NullMarked;
