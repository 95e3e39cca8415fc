/// Invented releases of bulk files, of any size, with the answers that they must give.
@NullMarked
package band.civic.fec.sample;

import org.jspecify.annotations.NullMarked;
