package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.filing.AsFiled;
import java.util.Optional;

/// A filer as a list of filers has it.
///
/// @param filer its ids and its present name
/// @param isActive whether it is; empty when the list does not say
public record KnownFiler(AsFiled filer, Optional<Boolean> isActive) {}
