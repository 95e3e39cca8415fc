package band.civic.fec.extract.api;

import band.civic.fec.openfec.Endpoint;

/// What is walked by itself, and has a state of its own.
///
/// @param list of OpenFEC
/// @param scope a committee, a state, several committees, or `us`
/// @param cycle two-year cycle
record SeriesKey(Endpoint list, String scope, int cycle) {
  /// The scope that is the whole nation.
  static final String NATION = "us";

  @Override
  public String toString() {
    return list.id() + " " + scope + " " + cycle;
  }
}
