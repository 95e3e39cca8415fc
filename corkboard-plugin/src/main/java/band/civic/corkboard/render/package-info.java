/// Rows as JSON in its shapes, and as CSV.
@NullMarked
package band.civic.corkboard.render;

import org.jspecify.annotations.NullMarked;
