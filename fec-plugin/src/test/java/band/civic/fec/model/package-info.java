/// The pure rules.
@NullMarked
package band.civic.fec.model;

import org.jspecify.annotations.NullMarked;
