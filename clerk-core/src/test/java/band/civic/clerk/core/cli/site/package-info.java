@NullMarked
package band.civic.clerk.core.cli.site;

import org.jspecify.annotations.NullMarked;
