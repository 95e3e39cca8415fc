/// The commands about agencies: who files where, and whose site shows it.
@NullMarked
package band.civic.clerk.core.cli.agency;

import org.jspecify.annotations.NullMarked;
