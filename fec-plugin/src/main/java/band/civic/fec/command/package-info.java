/// What `clerk fec` can do beside what clerk makes for the pipeline.
@NullMarked
package band.civic.fec.command;

import org.jspecify.annotations.NullMarked;
