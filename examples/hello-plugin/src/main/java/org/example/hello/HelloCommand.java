package org.example.hello;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk hello`: named like the data type, so `greet` stands beside the commands that clerk makes.
@Command(name = "hello", description = "Greetings, to show how a plugin is written.")
final class HelloCommand {
  @Spec
  private CommandSpec spec;

  @Command(description = "Greets someone.")
  void greet(@Parameters(paramLabel = "NAME") String name) {
    spec.commandLine().getOut().println("Hello, " + name + "!");
  }
}
