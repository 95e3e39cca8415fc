package band.civic.electionfinance.netfile.format;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.netfile.NetFileSheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateColumnsTest {

  @ParameterizedTest
  @ValueSource(strings = {"Tran_Adr1", "tranAdr2", "Tres_Phon", "Filer_FAX", "File_Email", "line1", "address",
      "addressList",
      "phoneNumber", "emailList", "streetName", "officers", "latitude"})
  void streets_phones_and_mails_are_private(String column) {
    assertThat(PrivateColumns.contains(column)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tran_City", "tran_ST", "Payee_Zip4", "addresses", "Line_Item", "quadrant", "Amount",
      "Rpt_ID_Num"})
  void places_and_facts_are_not(String column) {
    assertThat(PrivateColumns.contains(column)).isFalse();
  }

  @Test
  void of_the_workbook_only_the_address_lines_are_private() {
    var columns = NetFileSheets.names().stream().flatMap(sheet -> NetFileSheets.columns(sheet).stream()).toList();

    assertThat(columns).filteredOn(PrivateColumns::contains)
        .isNotEmpty()
        .allMatch(column -> column.matches(".*_Adr[12]"));
    assertThat(columns).filteredOn(column -> column.contains("Adr")).allMatch(PrivateColumns::contains);
  }
}
