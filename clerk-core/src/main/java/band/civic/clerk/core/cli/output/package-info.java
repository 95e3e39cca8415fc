/// How an outcome looks: tables for people, JSON for programs.
@NullMarked
package band.civic.clerk.core.cli.output;

import org.jspecify.annotations.NullMarked;
