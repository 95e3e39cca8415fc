/// The corkboard plugin.
@NullMarked
package band.civic.corkboard;

import org.jspecify.annotations.NullMarked;
