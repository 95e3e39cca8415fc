/// California local campaign finance from NetFile, as a clerk plugin.
@NullMarked
package band.civic.electionfinance;

import org.jspecify.annotations.NullMarked;
