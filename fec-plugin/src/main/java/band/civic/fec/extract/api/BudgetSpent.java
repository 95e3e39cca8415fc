package band.civic.fec.extract.api;

/// The run may not go on: it is out of time or calls. Never leaves this room.
final class BudgetSpent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BudgetSpent(String what) {
    super(what);
  }
}
