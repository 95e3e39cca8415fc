package band.civic.electionfinance.transform.curated;

import band.civic.electionfinance.transform.silver.Batch;
import band.civic.electionfinance.transform.wire.IssueCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes curated elections, candidates, measures and committees (netfile 4.1 step 7). What a file names but none
/// describes, an election or a measure, is made with its name alone, and told.
public final class CuratedRows {
  private final Connection connection;
  private final CuratedFiles files;
  private final String place;
  private final Map<String, Integer> elections = new LinkedHashMap<>();
  private final Map<String, Integer> measures = new LinkedHashMap<>();
  private final Set<String> undescribed = new TreeSet<>();
  private int roles;

  /// @param place the site's name, for elections of which no place is known
  public CuratedRows(Connection connection, CuratedFiles files, String place) {
    this.connection = connection;
    this.files = files;
    this.place = place;
  }

  public void write() throws SQLException {
    writeElections();
    writeMeasures();
    try (var roleRows = Batch.into(connection, "committee_roles", 8)) {
      writeCandidates(roleRows);
      writeCommittees(roleRows);
      roleRows.flush();
    }
    execute("UPDATE committee_roles SET filer_key = "
        + "(SELECT min(filer_key) FROM filers WHERE filers.fppc_id = committee_roles.fppc_id)");
    tellUndescribed();
  }

  private void writeElections() throws SQLException {
    try (var rows = Batch.into(connection, "elections", 6)) {
      for (var row : files.elections()) {
        var name = row.text("name", "election_name", "election");
        if (!name.isEmpty() && elections.putIfAbsent(name, elections.size() + 1) == null) {
          var location = row.text("location");
          rows.add(elections.size(), name, location.isEmpty() ? place : location, row.date("date", "election_date"),
              row.date("Start_Date"), row.date("End_Date"));
        }
      }
      rows.flush();
    }
  }

  private int election(String name) throws SQLException {
    if (!elections.containsKey(name)) {
      elections.put(name, elections.size() + 1);
      undescribed.add("election " + name);
      try (var rows = Batch.into(connection, "elections", 6)) {
        rows.add(elections.size(), name.isEmpty() ? "(unnamed)" : name, place, "", "", "");
        rows.flush();
      }
    }
    return elections.getOrDefault(name, 0);
  }

  private void writeMeasures() throws SQLException {
    var names = new HashMap<String, Set<String>>();
    for (var row : files.measureNames()) {
      names.computeIfAbsent(measureKey(row.text("election_name", "election"), row.text("Measure_Number")),
          key -> new TreeSet<>()).add(row.text("Measure_Name"));
    }
    for (var row : files.measures()) {
      var number = row.text("Measure_number", "number");
      var election = row.text("election_name", "election");
      var title = row.text("Short_Title", "title", "Full_Title");
      addMeasure(election, number, title, names.getOrDefault(measureKey(election, number), Set.of()));
    }
    for (var row : files.measureNames()) {
      var number = row.text("Measure_Number");
      var election = row.text("election_name", "election");
      if (!measures.containsKey(measureKey(election, number))) {
        var known = names.getOrDefault(measureKey(election, number), Set.of());
        addMeasure(election, number, row.text("Measure_Name"), known);
      }
    }
  }

  private int measure(String election, String number) throws SQLException {
    var key = measureKey(election, number);
    if (!measures.containsKey(key)) {
      undescribed.add("measure " + number + " of " + election);
      addMeasure(election, number, "Measure " + number, Set.of());
    }
    return measures.getOrDefault(key, 0);
  }

  private void addMeasure(String election, String number, String title, Set<String> names) throws SQLException {
    var electionId = election(election);
    if (measures.putIfAbsent(measureKey(election, number), measures.size() + 1) == null) {
      try (var rows = new Batch(connection, "INSERT INTO measures VALUES (?, ?, ?, coalesce(?, ''), ?)")) {
        rows.add(measures.size(), electionId, number, title, jsonArray(names));
        rows.flush();
      }
    }
  }

  private void writeCandidates(Batch roleRows) throws SQLException {
    var id = 0;
    try (var rows = new Batch(connection,
        "INSERT INTO candidates VALUES (?, ?, coalesce(?, ''), coalesce(?, ''), ?, ?, ?, ?, ?, ?)")) {
      for (var row : files.candidates()) {
        id++;
        rows.add(id, election(row.text("election_name", "election")), row.text("Office"), row.text("Candidate", "name"),
            jsonArray(split(row.text("Aliases"))), row.text("FPPC"), row.text("Committee_Name"), row.flag("Incumbent"),
            row.flag("is_winner"), row.flag("Accepted_expenditure_ceiling"));
        if (!row.text("FPPC").isEmpty()) {
          roleRows.add(++roles, row.text("FPPC"), "", id, "", "", row.date("Start_Date"), row.date("End_Date"));
        }
      }
      rows.flush();
    }
  }

  private void writeCommittees(Batch roleRows) throws SQLException {
    for (var row : files.committees()) {
      var number = row.text("Ballot_Measure");
      var side = row.text("Support_Or_Oppose").toUpperCase(Locale.ROOT);
      if (!number.isEmpty() && !row.text("Filer_ID").isEmpty()) {
        roleRows.add(++roles, row.text("Filer_ID"), "", "", measure(row.text("Ballot_Measure_Election"), number),
            side.startsWith("S") ? "S" : side.startsWith("O") ? "O" : "", row.date("Start_Date"), row.date("End_Date"));
      }
    }
  }

  private void tellUndescribed() throws SQLException {
    try (var rows = new Batch(connection, "INSERT INTO data_issues (severity, code, detail) VALUES (?, ?, ?)")) {
      for (var what : undescribed) {
        var code = IssueCode.CURATED_INCOMPLETE;
        rows.add(code.severity().name().toLowerCase(Locale.ROOT), code.label(), what);
      }
      rows.flush();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Set<String> split(String aliases) {
    return Arrays.stream(aliases.split("[,;|\\n]"))
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String jsonArray(Set<String> texts) {
    return texts.stream()
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String measureKey(String election, String number) {
    return election + "\u001f" + number.toUpperCase(Locale.ROOT);
  }
}
