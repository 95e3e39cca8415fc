/// What the finance transform promises, feature by feature, from the simplest on. Every row is invented.
@NullMarked
package band.civic.electionfinance.features;

import org.jspecify.annotations.NullMarked;
