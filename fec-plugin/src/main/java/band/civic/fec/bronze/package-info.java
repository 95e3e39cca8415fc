/// What the FEC said: where it is kept and under which names.
@NullMarked
package band.civic.fec.bronze;

import org.jspecify.annotations.NullMarked;
