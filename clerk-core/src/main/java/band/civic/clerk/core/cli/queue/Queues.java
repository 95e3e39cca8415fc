package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.queue.JobBook.QueueState;
import band.civic.clerk.core.queue.JobBook;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine;

/// The queues that can be named: those that somebody declares, and those that still hold jobs of somebody who is gone.
///
/// @param rooms where they are known
record Queues(Rooms rooms) {

  /// Their names.
  Set<String> names() {
    var names = new TreeSet<>(rooms.jobKinds().queues());
    new JobBook(rooms.registry()).listQueues(rooms.clock().instant())
        .stream()
        .map(QueueState::queue)
        .forEach(
            names::add);
    return names;
  }

  /// Checks a name that was typed.
  ///
  /// @throws ParameterException when there is no such queue; tells which there are
  void require(String name, CommandLine command) {
    var names = names();
    if (!names.contains(name)) {
      throw new ParameterException(command, "There is no queue \"%s\"; there are %s.".formatted(name,
          String.join(", ", names)));
    }
  }
}
