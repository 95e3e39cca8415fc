/// The FEC's bulk files: which there are, how their lines are made, where they are found.
@NullMarked
package band.civic.fec.bulkfile;

import org.jspecify.annotations.NullMarked;
