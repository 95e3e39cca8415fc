/// Plugins: found in a directory, each seen through a class loader of its own, started, listed, and told apart from the
/// ones that cannot be used. PF4J keeps the life cycle; what a plugin brings is found by
/// [java.util.ServiceLoader] inside
/// the plugin's own loader.
@NullMarked
package band.civic.clerk.core.plugin;

import org.jspecify.annotations.NullMarked;
