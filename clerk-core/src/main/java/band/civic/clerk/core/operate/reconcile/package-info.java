/// Finds what is not as it should be after a crash or a lost disk, and puts it right.
@NullMarked
package band.civic.clerk.core.operate.reconcile;

import org.jspecify.annotations.NullMarked;
