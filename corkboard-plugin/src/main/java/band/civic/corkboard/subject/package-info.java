/// Pages about the things that rows are about, as plugins declare them: what they say and where their values lead.
@NullMarked
package band.civic.corkboard.subject;

import org.jspecify.annotations.NullMarked;
