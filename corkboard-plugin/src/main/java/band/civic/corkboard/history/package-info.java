/// What a published database has that the version before had not: rows added, removed and changed, table by table.
@NullMarked
package band.civic.corkboard.history;

import org.jspecify.annotations.NullMarked;
