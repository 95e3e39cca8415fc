/// Tells an operator once when something begins to be wrong, and once when it is over.
@NullMarked
package band.civic.clerk.core.operate.alert;

import org.jspecify.annotations.NullMarked;
