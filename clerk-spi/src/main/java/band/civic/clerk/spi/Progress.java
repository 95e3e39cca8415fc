package band.civic.clerk.spi;

/// Tells the person at the terminal, or the log, how far a task is. Safe for use by several threads.
public interface Progress {

  /// Says what is being done now, in a few words: `reading efile_BRK_2018.xlsx`.
  void step(String what);

  /// Says how many units of work are expected in all, as soon as that is known.
  void total(long units);

  /// Says that so many further units are done.
  void advance(long units);
}
