@NullMarked
package band.civic.clerk.etl.http;

import org.jspecify.annotations.NullMarked;
