/// Pure rules of federal campaign money: amounts, days, keys, transaction types, cycles.
@NullMarked
package band.civic.fec.model;

import org.jspecify.annotations.NullMarked;
