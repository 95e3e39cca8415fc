@NullMarked
package band.civic.clerk.core.cli.host;

import org.jspecify.annotations.NullMarked;
