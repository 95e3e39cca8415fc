package band.civic.clerk.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HostVersionTest {

  @Test
  void it_is_the_builds() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + HostVersion.CURRENT + "</version>");
  }
}
