package band.civic.clerk.core.config.sites;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.site.SiteRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages about site-config say what holds.
class SiteConfigReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/site-config.md");
  private static final Path HOW_TO = Path.of("../docs/how-to/add-a-site.md");

  @TempDir
  private Path directory;

  @Test
  void the_reference_page_is_made_from_the_schemas() throws IOException {
    var page = SiteConfigReference.of(schema("site"), schema("agencies"));
    if (Boolean.getBoolean("clerk.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/reference/site-config.md is not what the schemas say; run this test with -Dclerk.docs.write=true "
            + "and review the difference")
        .isEqualTo(page);
  }

  @Test
  void the_schema_and_the_registry_agree_on_kinds_and_subdomains() throws IOException {
    var properties = schema("site").path("properties");

    assertThat(properties.path("kind").path("enum").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(SiteRules.KINDS);
    var subdomain = Pattern.compile(properties.path("subdomain").path("pattern").asString());
    for (var text : new String[]{"a", "a.ca", "a-b.ca", "-a", "a-", "a..b", "A.ca", "../x", "a.ca.", ""}) {
      assertThat(subdomain.matcher(text).matches()).as(text).isEqualTo(SiteRules.isSubdomain(text));
    }
  }

  @Test
  void the_file_of_the_how_to_is_valid() throws IOException {
    var file = Files.createDirectories(directory.resolve("sites")).resolve("yourtown.ca.yaml");
    Files.writeString(file, block("yaml"));

    assertThat(new SiteConfig(directory).findSite("yourtown.ca")).isPresent();
  }

  @Test
  void the_table_of_the_how_to_can_be_read() throws IOException {
    var table = Files.writeString(directory.resolve("sites.csv"), block("csv"));

    assertThat(SiteTable.read(table)).singleElement()
        .satisfies(
            row -> assertThat(row.fields()).containsEntry("subdomain", "yourtown.ca").containsEntry("lat", "37.77"));
  }

  private static String block(String language) throws IOException {
    var block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(HOW_TO));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static JsonNode schema(String name) throws IOException {
    return new JsonMapper().readTree(Files.readString(Path.of("../site-config/schema/" + name + ".schema.json")));
  }
}
