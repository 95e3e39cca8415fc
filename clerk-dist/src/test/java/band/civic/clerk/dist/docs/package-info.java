@NullMarked
package band.civic.clerk.dist.docs;

import org.jspecify.annotations.NullMarked;
