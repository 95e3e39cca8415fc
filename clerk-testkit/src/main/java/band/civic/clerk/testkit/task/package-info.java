/// What a task is given, without a host: for tests that run a task, or a stage, on files of their own.
@NullMarked
package band.civic.clerk.testkit.task;

import org.jspecify.annotations.NullMarked;
