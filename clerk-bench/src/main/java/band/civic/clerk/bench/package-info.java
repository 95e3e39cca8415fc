/// Programs that are measured as whole processes; `clerk-bench/bulk/compare.sh` runs them.
@NullMarked
package band.civic.clerk.bench;

import org.jspecify.annotations.NullMarked;
