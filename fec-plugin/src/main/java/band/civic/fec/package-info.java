/// The fec plugin.
@NullMarked
package band.civic.fec;

import org.jspecify.annotations.NullMarked;
