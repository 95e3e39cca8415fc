/// What lies in a plugins directory, read and checked before anything of it runs: archives, descriptors, versions, and the
/// packages that no plugin may carry.
@NullMarked
package band.civic.clerk.core.plugin.disk;

import org.jspecify.annotations.NullMarked;
