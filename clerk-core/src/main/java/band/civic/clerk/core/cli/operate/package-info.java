/// What an operator types: is all well, what waits, why has a site no data, put it right.
@NullMarked
package band.civic.clerk.core.cli.operate;

import org.jspecify.annotations.NullMarked;
