/// From rows as NetFile spells them to transactions in our words. The only place that knows both spellings.
@NullMarked
package band.civic.electionfinance.transform.wire;

import org.jspecify.annotations.NullMarked;
