/// The pure rules.
@NullMarked
package band.civic.fec.command;

import org.jspecify.annotations.NullMarked;
