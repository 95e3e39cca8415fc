package band.civic.clerk.etl.bronze;

/// What became of a unit.
///
/// @param changed pages that are new or differ from those of the unit before; 0 when the source said the same as before, and
///   then the earlier unit stays current
/// @param unchanged pages whose SHA-256 is as before
/// @param retired pages of other units that this one took out of use
public record Completion(int changed, int unchanged, int retired) {}
