@NullMarked
package band.civic.clerk.core.site;

import org.jspecify.annotations.NullMarked;
