@NullMarked
package band.civic.clerk.core.cli;

import org.jspecify.annotations.NullMarked;
