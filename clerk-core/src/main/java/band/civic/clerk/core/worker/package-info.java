/// Whoever works: what each type of job does, and the worker that takes jobs from the queue and does them.
@NullMarked
package band.civic.clerk.core.worker;

import org.jspecify.annotations.NullMarked;
