/// What a newcomer gets wrong, and how to put it right.
@NullMarked
package band.civic.clerk.core.cli.doctor;

import org.jspecify.annotations.NullMarked;
