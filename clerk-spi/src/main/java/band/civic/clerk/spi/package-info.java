/// The contract between the clerk host and its plugins: about twenty types, no library.
///
/// A plugin is a jar (or a zip) with a [ClerkPlugin] named in `META-INF/services/band.civic.clerk.spi.ClerkPlugin`. It
/// sees the JDK, this package, SLF4J, picocli, JSpecify and the host's one SQLite driver; every other library it carries
/// itself.
///
/// What the host makes is an interface here; what a plugin makes is a record or a final class, finished at birth. No
/// `null` crosses this border. Amounts of money are integer cents, dates are ISO, instants are UTC.
@NullMarked
package band.civic.clerk.spi;

import org.jspecify.annotations.NullMarked;
