/// What a database holds, table by table and column by column: the declaration's words beside what is really there.
@NullMarked
package band.civic.corkboard.dictionary;

import org.jspecify.annotations.NullMarked;
