/// Whether all is well, for `clerk health` and for whoever asks `/health`.
@NullMarked
package band.civic.clerk.core.operate.health;

import org.jspecify.annotations.NullMarked;
