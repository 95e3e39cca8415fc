package band.civic.electionfinance.model;

/// The forms of the Fair Political Practices Commission on which money is reported.
public enum Form {
  /// Slate mailer organisation's campaign statement.
  F401,
  /// Short-form campaign statement.
  F450,
  /// The recipient committee's campaign statement, with schedules A to I.
  F460,
  /// Major donor's or independent expenditure committee's statement.
  F461,
  /// Supplemental independent expenditure report.
  F465,
  /// 24-hour independent expenditure report.
  F496,
  /// 24-hour contribution report.
  F497,
  /// Slate mailer late payment report.
  F498,
  /// Any other.
  OTHER;

  /// The form on which that form type stands: `F461P5` on F461, schedule `A` on F460.
  public static Form of(String formType) {
    if (formType.length() >= 4 && formType.charAt(0) == 'F') {
      var prefix = formType.substring(0, 4);
      for (var form : values()) {
        if (form.name().equals(prefix)) {
          return form;
        }
      }
      return OTHER;
    }
    return Schedule.find(formType).isPresent() ? F460 : OTHER;
  }

  /// Whether it is filed within 24 hours of a payment, and not for a period.
  public boolean isLate() {
    return this == F496 || this == F497 || this == F498;
  }
}
