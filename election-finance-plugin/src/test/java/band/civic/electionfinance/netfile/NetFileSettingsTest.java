package band.civic.electionfinance.netfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Holds docs/reference/netfile-settings.md to the settings that there are. `-Dclerk.regen=true` writes it anew.
class NetFileSettingsTest {
  private static final Path PAGE = Path.of("../docs/reference/netfile-settings.md");
  private static final String HEAD = """
      # Settings of the NetFile source

      Every address, page size and wait of `clerk finance extract` is a setting. Set one in `clerk.yaml`, or in the environment as the name in the third column; `clerk config show` tells what is in force. This page is made from the plugin's `netfile-endpoints.properties`; a test holds it to that file.

      In addresses, `{base}` is the `base` setting of the same group, and `{aid}`, `{year}`, `{page}` and the like are filled in.

      | Setting | Default | Environment | What it does |
      |---|---|---|---|
      """;
  private static final String TAIL = """

      ## Which years are read

      1. `--years`, else `netfile.years`, when given: just those.
      2. At first, when the last reading of all years is older than `netfile.refresh-all-days`, and with `--force`: all years that the source has. The portal's page lists them; without it, and for the other sources, they are found by going back from this year.
      3. Else the feed of new filings decides. Nothing in it that was not there at the last success: nothing is read. Otherwise the current year, the previous one, and the years that the feed speaks of. Without a feed: the current and the previous year.

      ## Which way in

      Each year of an agency comes wholly from one way in. What the first in `netfile.sources` does not give is asked of the next; a notice `source_fallback` says so. Rows of the site API have no transaction ids, so a year from there never takes the place of a year from elsewhere. The Campaign API is used only with `netfile.campaign.key` and the secret `CLERK_NETFILE_CAMPAIGN_SECRET` (or `CLERK_NETFILE_CAMPAIGN_SECRET_FILE`, a file that holds it).

      A year that has less than half the rows it had before is refused and stays as it was, unless `--allow-shrink` is given.

      ## What extract tells

      | Notice | What it says |
      |---|---|
      | `agency_note` | what a reader must know of the mapping from agency to site |
      | `agency_of_file_unknown` | a file's name says an agency that is not one of the site's; the file was left out |
      | `files_not_recognised` | files below `--from` that are nothing that NetFile exports |
      | `filing_facts_missing` | Connect2's lists of filers and filings could not be had; the rows could |
      | `lower_quality_source` | a year came from the site API |
      | `no_longer_offered` | a year that was read before is offered no more; it is kept |
      | `no_new_filings` | the feed has nothing new, so nothing was read |
      | `same_year_twice` | of two files of one agency and year the second was left out |
      | `sample_data` | SAMPLE DATA: everything is invented |
      | `source_fallback` | a year came from another way in than the first, and why |
      | `year_left_out` | a file is of a year that `--years` does not name |
      | `year_not_offered` | no way in has that year |

      ## Files that are on disk already

      `--from PATH` takes a file, or every file below a directory: workbooks (`.xlsx`, `.zip`), their sheets as CSV, Connect2 CSV and JSON, CAL e-files. What is none of these is left out with a notice; a damaged workbook is refused. Copies are kept below the site's `raw` directory. A name such as `efile_newest_BRK_2018.xlsx` says agency and year; a file of an agency that is not the site's is left out, and when no other is there nothing is taken in. Files without such a name belong to the site's first agency. Files of an earlier `--from` stay, so that years can be brought in one after the other; `--force` takes out those that are not in this one. A later live reading takes the place of files of the same agency and year.
      """;

  @Test
  void every_setting_is_in_the_reference_as_it_is() throws IOException {
    var page = HEAD + String.join("\n", rows()) + "\n" + TAIL;
    if (Boolean.getBoolean("clerk.regen")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  /// Settings that stand together under one comment are told together.
  private static List<String> rows() throws IOException {
    var rows = new ArrayList<String>();
    var comment = new StringBuilder();
    var fresh = true;
    for (var line : properties().lines().toList()) {
      if (line.startsWith("#")) {
        if (fresh) {
          comment.setLength(0);
        }
        fresh = false;
        comment.append(line.substring(1).strip()).append(' ');
      } else if (!line.isBlank()) {
        fresh = true;
        var equals = line.indexOf('=');
        rows.add(row(line.substring(0, equals), line.substring(equals + 1), comment.toString().strip()));
      }
    }
    return rows;
  }

  private static String row(String key, String value, String comment) {
    var variable = "CLERK_" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    return "| `%s` | %s | `%s` | %s |".formatted(key, value.isEmpty() ? "(empty)" : "`" + value + "`", variable, comment
        .replace("<", "&lt;"));
  }

  private static String properties() throws IOException {
    try (InputStream in = NetFileSettings.class.getResourceAsStream("netfile-endpoints.properties")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
