/// The plugin as a whole.
@NullMarked
package band.civic.fec;

import org.jspecify.annotations.NullMarked;
