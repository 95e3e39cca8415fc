/// The host's own deploy targets: a directory, an S3-compatible object store, any program.
@NullMarked
package band.civic.clerk.core.deploy.target;

import org.jspecify.annotations.NullMarked;
