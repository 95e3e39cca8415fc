package band.civic.clerk.core.config.sites;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Makes `docs/reference/site-config.md` from the JSON Schemas.
final class SiteConfigReference {
  private static final String HEAD = """
      # site-config

      Reviewed data: which sites there are, and whose filings each shows. YAML 1.2 (JSON is a part of it), checked against
      the JSON Schemas in `site-config/schema/`. Unknown keys, a key that stands twice, anchors, aliases and tags are
      errors, told with file and line; `clerk doctor` reads every file. `no`, `on` and `2024-01-02` are texts; quote
      dates all the same, for other readers. No secret and no `${…}` ever stands here.

      The directory is found through `--site-config-dir`, `CLERK_SITE_CONFIG_DIR`, `site-config-dir` in `clerk.yaml`, else
      the distribution's own. This page is made from the schemas by `SiteConfigReferenceTest`; run it with
      `-Dclerk.docs.write=true` after changing them.
      """;
  private static final String AGENCIES = """

      Rules beyond the schema: the pair (`id`, `shortcut`) stands once; an agency is skipped or mapped, not both; a
      `pseudo` row says why it is skipped; an agency is enabled for a site once at a time (two mappings may follow each
      other by `from` and `until`); `source` is the name of the file. Many agencies may be mapped to one site and many
      sites to one agency. Only mappings that are `enabled` and valid today are used, and nothing is ever derived from
      names while clerk runs: what does not stand here does not exist. `clerk agency accept` rewrites the file in one
      form and keeps the comment at its head; comments between the rows are lost.
      """;

  private SiteConfigReference() {}

  static String of(JsonNode site, JsonNode agencies) {
    var definitions = agencies.path("$defs");
    return HEAD + section("sites/SUBDOMAIN.yaml", site) + table("`position`", site.path("properties").path("position"))
        + section("agencies/SOURCE.yaml", agencies) + table("An agency", definitions.path("agency"))
        + table("A mapping", definitions.path("mapping")) + AGENCIES;
  }

  private static String section(String title, JsonNode schema) {
    return "\n## " + title + "\n\n" + schema.path("description").asString().replaceFirst(": .*", ".") + "\n"
        + rows(schema);
  }

  private static String table(String title, JsonNode schema) {
    return "\n### " + title + "\n" + rows(schema);
  }

  private static String rows(JsonNode schema) {
    var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    return schema.path("properties")
        .propertyStream()
        .map(property -> row(property, required))
        .collect(Collectors.joining("", "\n| Key | Needed | What | Form |\n|---|---|---|---|\n", ""));
  }

  private static String row(Map.Entry<String, JsonNode> property, List<String> required) {
    var schema = property.getValue();
    return "| `%s` | %s | %s | %s |\n".formatted(property.getKey(), required.contains(property.getKey()) ? "yes" : "",
        schema.path("description").asString("").replace("|", "\\|"), form(schema));
  }

  private static String form(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum")
          .valueStream()
          .map(value -> "`" + value.asString() + "`")
          .collect(Collectors.joining(", "));
    }
    var type = schema.path("type").asString();
    if (schema.has("pattern")) {
      return "`" + schema.path("pattern").asString().replace("|", "\\|") + "`";
    }
    return schema.has("minimum")
        ? "%s, %s to %s".formatted(type, schema.path("minimum"), schema.path("maximum"))
        : type;
  }
}
