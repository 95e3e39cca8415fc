/// From a path to an answer: one class for each kind of page.
@NullMarked
package band.civic.corkboard.route;

import org.jspecify.annotations.NullMarked;
