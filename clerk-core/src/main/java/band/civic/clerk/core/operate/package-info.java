/// What an operator sees and does: how fresh the sites are, what waits, what failed, and what to do about it.
@NullMarked
package band.civic.clerk.core.operate;

import org.jspecify.annotations.NullMarked;
