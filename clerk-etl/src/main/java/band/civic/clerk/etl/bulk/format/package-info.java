/// Writes b-trees of a SQLite database, page by page, as https://sqlite.org/fileformat2.html describes them; section
/// numbers in this package are those of that document. The format is frozen: files of 2004 are still read.
///
/// SQLite itself makes the empty database with its schema; this package fills the b-trees of empty tables and indexes,
/// whose root pages it leaves where they are.
@NullMarked
package band.civic.clerk.etl.bulk.format;

import org.jspecify.annotations.NullMarked;
