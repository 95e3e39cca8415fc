/// How plans, running tasks and outcomes look: for people as lines, for programs as documents.
@NullMarked
package band.civic.clerk.core.cli.pipeline.view;

import org.jspecify.annotations.NullMarked;
