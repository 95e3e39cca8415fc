/// Delimited text as bytes: where it comes from, its lines, and a view of one line that copies nothing.
@NullMarked
package band.civic.clerk.etl.bulk.text;

import org.jspecify.annotations.NullMarked;
