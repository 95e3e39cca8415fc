/// Files as the host treats them everywhere: by checksum, and whole trees at once.
@NullMarked
package band.civic.clerk.core.files;

import org.jspecify.annotations.NullMarked;
