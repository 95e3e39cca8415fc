package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Digits;
import band.civic.electionfinance.model.Kind;
import band.civic.electionfinance.model.Origin;
import band.civic.electionfinance.model.Schedule;
import band.civic.electionfinance.model.SizeBand;
import band.civic.electionfinance.netfile.format.WireRow;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Maps a row to a transaction, for one page.
final class ItemMapper {
  private static final Integer YES = 1;
  private static final Integer NO = 0;

  private final Origin origin;
  private final int sourceId;

  ItemMapper(Origin origin, int sourceId) {
    this.origin = origin;
    this.sourceId = sourceId;
  }

  Item item(Columns columns, WireRow row, Cover cover, Schedule schedule) {
    var cells = new Cells(columns, row);
    var values = new EnumMap<Field, Object>(Field.class);
    put(values, Field.FORM_TYPE, schedule.code());
    put(values, Field.KIND, schedule.kind().label());
    put(values, Field.SOURCE_ID, sourceId);
    put(values, Field.SOURCE_LINE, row.line());
    codes(cells, values);
    people(cells, values);
    place(cells, values);
    money(cells, values, schedule);
    put(values, Field.RAW_JSON, columns.json().of(row, columns));
    var own = cells.text(Column.KEY);
    return new Item(schedule, values, own.isEmpty() ? key(cover, values) : TxKey.own(own), !own.isEmpty(),
        loan(cells, schedule), accrued(cells, schedule), cells.flaws());
  }

  private static void codes(Cells cells, Map<Field, Object> values) {
    put(values, Field.REC_TYPE, cells.code(Column.REC_TYPE));
    put(values, Field.TRAN_ID, cells.id(Column.TRAN_ID));
    put(values, Field.ENTITY_CD, cells.code(Column.ENTITY));
    put(values, Field.TRAN_TYPE, cells.code(Column.TRAN_TYPE));
    put(values, Field.EXPN_CODE, cells.code(Column.CODE));
    put(values, Field.COUNTERPARTY_ID, cells.id(Column.COMMITTEE_ID));
    put(values, Field.OFFICE_CD, cells.code(Column.OFFICE));
    put(values, Field.JURIS_CD, cells.code(Column.JURISDICTION));
    put(values, Field.DISTRICT, cells.free(Column.DISTRICT));
    put(values, Field.MEASURE_NUM, cells.free(Column.MEASURE_NUMBER));
    put(values, Field.SUP_OPP, cells.code(Column.SUPPORT_OPPOSE));
    put(values, Field.BACK_REF, cells.id(Column.BACK_REFERENCE));
    put(values, Field.MEMO, cells.flag(Column.MEMO).orElse(false) ? YES : NO);
  }

  private static void people(Cells cells, Map<Field, Object> values) {
    var last = cells.free(Column.LAST);
    var first = cells.free(Column.FIRST);
    put(values, Field.COUNTERPARTY_LAST, last);
    put(values, Field.COUNTERPARTY_FIRST, first);
    put(values, Field.COUNTERPARTY, joined(joined(first, last), cells.free(Column.SUFFIX)));
    put(values, Field.EMPLOYER, cells.answer(Column.EMPLOYER));
    put(values, Field.OCCUPATION, cells.answer(Column.OCCUPATION));
    put(values, Field.DESCRIPTION, cells.free(Column.DESCRIPTION));
    put(values, Field.MEASURE_NAME, cells.free(Column.MEASURE_NAME));
    put(values, Field.INTERMEDIARY,
        joined(cells.free(Column.INTERMEDIARY_FIRST), cells.free(Column.INTERMEDIARY_LAST)));
    put(values, Field.CANDIDATE, joined(cells.free(Column.CANDIDATE_FIRST), cells.free(Column.CANDIDATE_LAST)));
    cells.flag(Column.SELF_EMPLOYED).ifPresent(self -> put(values, Field.SELF_EMPLOYED, self ? YES : NO));
  }

  private void place(Cells cells, Map<Field, Object> values) {
    var city = cells.free(Column.CITY);
    var state = cells.code(Column.STATE);
    put(values, Field.CITY, city);
    put(values, Field.STATE, state);
    put(values, Field.ZIP5, zip5(cells.text(Column.ZIP)));
    put(values, Field.ORIGIN, origin.of(city, state));
  }

  /// The amount is that of netfile 3.5 item 17: incurred on schedule F, received on B1.
  private static void money(Cells cells, Map<Field, Object> values, Schedule schedule) {
    var column = schedule.kind() == Kind.ACCRUED
        ? Column.INCURRED
        : schedule.kind() == Kind.LOAN ? Column.LOAN_RECEIVED : Column.AMOUNT;
    var amount = cells.cents(column);
    if (amount == null && column != Column.AMOUNT && cells.isBlank(column)) {
      column = Column.AMOUNT;
      amount = cells.cents(column);
    }
    var cumulative = schedule.kind() == Kind.LOAN ? Column.LOAN_CUMULATIVE : Column.CUMULATIVE;
    if (amount != null) {
      put(values, Field.AMOUNT_CENTS, amount);
      put(values, Field.SIZE_BAND, SizeBand.of(amount));
    }
    var total = cells.cents(cumulative);
    if (total != null) {
      put(values, Field.CUMULATIVE_CENTS, total);
    }
    put(values, Field.TX_DATE, cells.day(Column.DATE));
    put(values, Field.TX_DATE_END, cells.day(Column.DATE_END));
    var stub = cells.isBlank(column) && cells.isBlank(Column.DATE);
    put(values, Field.IS_STUB, stub ? YES : NO);
    if (stub) {
      cells.flaw(IssueCode.STUB_ROW, joined(schedule.code(), cells.id(Column.TRAN_ID)));
    }
  }

  private static Optional<Item.Loan> loan(Cells cells, Schedule schedule) {
    return schedule.kind() != Kind.LOAN
        ? Optional.empty()
        : Optional.of(new Item.Loan(cells.cents(Column.LOAN_START), cells.cents(Column.LOAN_RECEIVED),
            cells.cents(Column.LOAN_PAID), cells.cents(Column.LOAN_FORGIVEN), cells.cents(Column.LOAN_CLOSE),
            cells.cents(Column.LOAN_ORIGINAL), cells.free(Column.LOAN_RATE), cells.day(Column.LOAN_DATE),
            cells.day(Column.LOAN_DUE)));
  }

  private static Optional<Item.Accrued> accrued(Cells cells, Schedule schedule) {
    return schedule.kind() != Kind.ACCRUED
        ? Optional.empty()
        : Optional.of(new Item.Accrued(cells.cents(Column.BALANCE_START), cells.cents(Column.INCURRED),
            cells.cents(Column.PAID), cells.cents(Column.BALANCE_END)));
  }

  private static String key(Cover cover, Map<Field, Object> values) {
    return TxKey.of(cover.identity(), text(values, Field.FORM_TYPE), text(values, Field.TRAN_ID),
        text(values, Field.TX_DATE), text(values, Field.AMOUNT_CENTS), text(values, Field.COUNTERPARTY_LAST),
        text(values, Field.COUNTERPARTY_FIRST), text(values, Field.CANDIDATE));
  }

  private static String text(Map<Field, Object> values, Field field) {
    return values.getOrDefault(field, "").toString();
  }

  private static String zip5(String zip) {
    return Digits.isNumber(zip, 5) ? zip.substring(0, 5) : "";
  }

  static String joined(String one, String other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : one + " " + other;
  }

  private static void put(Map<Field, Object> values, Field field, Object value) {
    if (!"".equals(value)) {
      values.put(field, value);
    }
  }
}
