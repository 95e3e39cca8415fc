/// The operator's page: what `clerk status` and `clerk health` tell, for a browser, and the two buttons.
@NullMarked
package band.civic.clerk.core.operate.page;

import org.jspecify.annotations.NullMarked;
