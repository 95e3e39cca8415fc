@NullMarked
package band.civic.clerk.core.cli.operate;

import org.jspecify.annotations.NullMarked;
