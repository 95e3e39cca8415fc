package band.civic.clerk.etl.bulk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowViewTest {

  @ParameterizedTest
  @CsvSource({"12,1200", "-12,-1200", "0.5,50", ".5,50", "-.05,-5", "7.25,725", "0,0", "-0,0",
      "9999999999999999,999999999999999900"})
  void reads_amounts_in_cents(String text, long cents) {
    assertThat(row(text).cents(0)).isEqualTo(cents);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1.", "1.234", "1,250", "12.5.0", "$100", "1-2", "1.-5", "ABC",
      "99999999999999999999"})
  void takes_nothing_else_for_an_amount(String text) {
    assertThat(row(text).cents(0)).isEqualTo(RowView.NONE);
  }

  @ParameterizedTest
  @CsvSource({"02292020,20200229", "02/29/2020,20200229", "12311015,10151231", "10302,NONE", "02302020,NONE",
      "02292019,NONE", "13012020,NONE", "00000000,NONE", "3312024,NONE", "11012202,22021101", "ABCDEFGH,NONE",
      "02-29-2020,NONE", "2/29/20201,NONE"})
  void reads_days_that_exist(String text, String day) {
    assertThat(row(text).date(0)).isEqualTo("NONE".equals(day) ? RowView.NONE : Long.parseLong(day));
  }

  @ParameterizedTest
  @CsvSource({"4112320221100000001,4112320221100000001", "-7,-7", "9223372036854775807,9223372036854775807",
      "9223372036854775808,NONE", "12a,NONE", "-,NONE", "1 2,NONE", "99999999999999999999999,NONE"})
  void reads_numbers_that_a_long_can_hold(String text, String number) {
    assertThat(row(text).number(0)).isEqualTo("NONE".equals(number) ? RowView.NONE : Long.parseLong(number));
    assertThat(row("x|y|" + text).lastNumber()).isEqualTo(row(text).number(0));
  }

  @Test
  void leaves_a_carriage_return_out_of_the_last_field_but_not_out_of_the_line() {
    var row = row("a|7\r");

    assertThat(row.lastNumber()).isEqualTo(7);
    assertThat(row.copyLine()).asString(StandardCharsets.UTF_8).isEqualTo("a|7\r");
    assertThat(row.hash()).isNotEqualTo(row("a|7").hash());
  }

  @Test
  void tolerates_an_empty_field_at_the_end_only_where_it_may_be() {
    assertThat(row("a|b|", LineShape.of('|', 2)).isWhole()).isFalse();
    assertThat(row("a|b|", LineShape.of('|', 2).withTrailingEmpty()).isWhole()).isTrue();
    assertThat(row("a|b|c", LineShape.of('|', 2).withTrailingEmpty()).isWhole()).isFalse();
    assertThat(row("a|b||", LineShape.of('|', 2).withTrailingEmpty()).isWhole()).isFalse();
  }

  @Property(tries = 300)
  void splits_as_java_does(@ForAll List<String> fields) {
    var clean = fields.stream().map(field -> field.replaceAll("[|\r\n]", "")).toList();
    var line = String.join("|", clean);
    var row = row(line, LineShape.of('|', Math.max(1, clean.size())));

    assertThat(row.isWhole()).isTrue();
    for (var i = 0; i < clean.size(); i++) {
      assertThat(row.text(i)).isEqualTo(new String(clean.get(i).getBytes(StandardCharsets.UTF_8),
          StandardCharsets.UTF_8));
    }
  }

  @Property(tries = 300)
  void tells_utf8_as_java_does(@ForAll byte[] bytes) {
    var clean = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", "");
    var latin = clean.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(row(latin, LineShape.of('|', 1)).isUtf8()).isEqualTo(isUtf8(latin));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).clear();
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Property(tries = 200)
  void counts_and_cuts_lines_whatever_the_chunks(@ForAll List<String> texts, @ForAll boolean lastEnd) {
    var lines = texts.stream().map(line -> line.replaceAll("[\r\n]", "")).toList();
    var text = String.join("\n", lines) + (lastEnd ? "\n" : "");
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var source = BulkSource.stream("lines", 0, () -> new ByteArrayInputStream(bytes));
    var seen = new ArrayList<String>();
    try (var chunks = LineChunks.open(source, 16)) {
      var chunk = chunks.newChunk();
      var row = new RowView(LineShape.of('|', 1));
      while (chunks.next(chunk)) {
        row.enter(chunk);
        while (row.advance()) {
          seen.add(new String(row.copyLine(), StandardCharsets.UTF_8));
          assertThat(row.line()).isEqualTo(seen.size());
        }
      }
    }

    var expected = text.isEmpty() ? List.of() : List.of((text.endsWith("\n") ? text : text + "\n").split("\n", -1));
    assertThat(seen).isEqualTo(expected.isEmpty() ? expected : expected.subList(0, expected.size() - 1));
  }

  private static RowView row(String line) {
    return row(line, LineShape.of('|', 1));
  }

  private static RowView row(String line, LineShape shape) {
    return row(line.getBytes(StandardCharsets.UTF_8), shape);
  }

  private static RowView row(byte[] line, LineShape shape) {
    var bytes = Arrays.copyOf(line, line.length + 1);
    bytes[line.length] = '\n';
    var source = BulkSource.stream("line", 0, () -> new ByteArrayInputStream(bytes));
    try (var chunks = LineChunks.open(source, 1 << 16)) {
      var chunk = chunks.newChunk();
      assertThat(chunks.next(chunk)).isTrue();
      var row = new RowView(shape);
      row.enter(chunk);
      assertThat(row.advance()).isTrue();
      return row;
    }
  }
}
