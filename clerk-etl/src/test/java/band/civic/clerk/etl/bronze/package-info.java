@NullMarked
package band.civic.clerk.etl.bronze;

import org.jspecify.annotations.NullMarked;
