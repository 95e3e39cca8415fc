/// What a database holds: tables, views, columns, keys, and who refers to whom.
@NullMarked
package band.civic.corkboard.schema;

import org.jspecify.annotations.NullMarked;
