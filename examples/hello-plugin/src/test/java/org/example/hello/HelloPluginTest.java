package org.example.hello;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import picocli.CommandLine;

class HelloPluginTest {

  @TempDir
  private Path directory;

  @Test
  void it_greets() {
    var out = new StringWriter();

    new CommandLine(new HelloCommand()).setOut(new PrintWriter(out, true)).execute("greet", "Ada");

    assertThat(out).hasToString("Hello, Ada!" + System.lineSeparator());
  }

  @Test
  void its_tasks_stand_in_the_three_stages() {
    assertThat(new HelloPipeline().tasks()).extracting(Task::stage)
        .containsExactly(Stage.EXTRACT, Stage.TRANSFORM, Stage.LOAD);
  }

  @Test
  void it_publishes_clean_greetings_and_leaves_nothing_beside_them() throws Exception {
    new HelloPipeline().tasks().forEach(task -> task.run(context()));

    assertThat(greetings()).containsExactly("en Hello", "es Hola", "vi Xin chào");
    assertThat(directory.resolve("hello.db.new")).doesNotExist();
  }

  private List<String> greetings() throws Exception {
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("hello.db"));
        var sql = database.createStatement();
        var rows = sql.executeQuery("SELECT language, greeting FROM greetings ORDER BY language")) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2));
      }
      return found;
    }
  }

  /// The part of a context that these tasks use.
  private TaskContext context() {
    return (TaskContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{TaskContext.class},
        (proxy, method, arguments) -> new Files(directory));
  }

  private record Files(Path directory) implements Workspace {

    @Override
    public Path rawDirectory() {
      return directory;
    }

    @Override
    public Path publishedFile() {
      return directory.resolve("hello.db");
    }

    @Override
    public DataSource database(String name) {
      var database = new SQLiteDataSource();
      database.setUrl("jdbc:sqlite:" + directory.resolve(name + ".db"));
      return database;
    }
  }
}
