/// Files that people write: YAML read strictly, checked against a JSON Schema, with the line of every mistake.
@NullMarked
package band.civic.clerk.core.config.yaml;

import org.jspecify.annotations.NullMarked;
