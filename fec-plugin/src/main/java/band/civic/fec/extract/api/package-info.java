/// What OpenFEC says, brought into bronze: committees, candidates, filings, schedules A, B and E, totals, elections. A
/// walk stops and goes on at any page; the state of each is in `bronze.db`.
@NullMarked
package band.civic.fec.extract.api;

import org.jspecify.annotations.NullMarked;
