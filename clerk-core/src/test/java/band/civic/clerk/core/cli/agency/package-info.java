@NullMarked
package band.civic.clerk.core.cli.agency;

import org.jspecify.annotations.NullMarked;
