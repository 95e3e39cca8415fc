package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.Chunk;
import band.civic.clerk.etl.bulk.text.RowView;

/// Where one thread puts the rows it reads.
interface RowTarget {

  /// To be called before the lines of the chunk.
  void begin(Chunk chunk);

  /// Takes a line. Returns why it cannot be stored, or an empty text.
  String put(RowView row);

  /// To be called after the lines of the chunk.
  void end(Chunk chunk);

  /// To be called once, after the last chunk of this thread.
  void finish();
}
