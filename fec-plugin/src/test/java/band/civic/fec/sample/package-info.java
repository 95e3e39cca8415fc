/// Invented releases.
@NullMarked
package band.civic.fec.sample;

import org.jspecify.annotations.NullMarked;
