@NullMarked
package band.civic.electionfinance.model;

import org.jspecify.annotations.NullMarked;
