package org.example.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tutorial prints the plugin's code as it is.
class TutorialTest {

  @ParameterizedTest
  @ValueSource(strings = {"HelloPlugin", "HelloPipeline", "HelloTasks", "HelloCommand"})
  void the_tutorial_shows_the_file_as_it_is(String className) throws IOException {
    var source = Files.readString(Path.of("src/main/java/org/example/hello/" + className + ".java"));
    var tutorial = Files.readString(Path.of("../../docs/tutorial/hello-plugin.md"));

    assertThat(tutorial).contains("```java\n" + source + "```\n");
  }
}
