/// `clerk fec` as processes that are killed, that meet, and whose disk is full.
@NullMarked
package band.civic.clerk.dist.acceptance.fec;

import org.jspecify.annotations.NullMarked;
