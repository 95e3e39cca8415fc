/// Why a site has the data it has: from the mapping to the last error.
@NullMarked
package band.civic.clerk.core.cli.operate.why;

import org.jspecify.annotations.NullMarked;
