/// The table view: filters, search, paging, facets, labels and counts, without a word of HTTP beyond arguments.
@NullMarked
package band.civic.corkboard.query;

import org.jspecify.annotations.NullMarked;
