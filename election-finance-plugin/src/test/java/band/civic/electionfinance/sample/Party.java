package band.civic.electionfinance.sample;

import java.util.List;

/// Somebody invented who gives, lends or is paid.
record Party(String code, String last, String first, String city, String state, String zip, String employer,
    String occupation) {

  static final Party ADA = person("Example", "Ada", "Alameda", "94501").works("Example Widgets", "Engineer");
  static final Party ZOE = person("Muster-Ångström", "Zoë", "Oakland", "94607").works("Söhne & Töchter", "Designer");
  static final Party CORA = person("Candidate", "Cora", "Alameda", "94501-").works("County of Sample", "Planner");
  static final Party GUARANTOR = person("Guarantor", "Gus", "Hayward", "94541").works("Example Bank", "Teller");
  static final Party QUILL = organization("OTH", "Quill & Placeholder Printing", "Oakland", "94612");
  static final Party SIGNS = organization("OTH", "Demo Signs", "San Leandro", "94577");
  static final Party AGENCY = organization("OTH", "The \"Sample\" Agency, Inc.", "Berkeley", "94710");
  static final Party BUILDERS = organization("COM", "Example Builders Political Action Committee", "Dublin", "94568");
  static final Party CORAS_COMMITTEE = organization("COM", "Cora Candidate for County Supervisor 2024", "Alameda",
      "94501");
  static final Party SHERIFFS_COMMITTEE = organization("COM", "Placeholder for Sheriff 2024", "Hayward", "94541");

  static final List<Party> DONORS = List.of(ADA, ZOE,
      person("Sample", "Ben", "ALAMEDA", "94501").works("Sample School", "Teacher"),
      person("Placeholder", "Cleo", "Oakland ", "94610").works("None", "Retired"),
      person("Demo", "Dov", "Hayward", "94544").works("Demo Diner", "Cook"),
      person("Template", "Eve", "Fremont", "94536").works("Template & Sons", "Carpenter"),
      person("Fictional", "Finn", "Pleasanton", "94566").works("Not employed", "Not employed"),
      person("Invented", "Hana", "Sacramento", "95814").works("Invented Law, LLP", "Attorney"),
      new Party("IND", "Pretend", "Ivo", "Reno", "nv", "89501", "Pretend Mining", "Geologist"),
      new Party("IND", "Madeup", "Jana", "Portland", "OR", "97201", "Madeup Books", "Editor"),
      organization("OTH", "Imaginary Garage, LLC", "Livermore", "94550"),
      organization("SCC", "Sample Nurses Small Contributor Committee", "Oakland", "94612"));

  static final List<Party> PAYEES = List.of(QUILL, SIGNS, AGENCY,
      organization("OTH", "Nowhere Caterers", "Albany", "94706"),
      organization("OTH", "Example Mail House", "Union City", "94587"),
      new Party("OTH", "Pretend Software", "", "Seattle", "WA", "98101", "", ""));

  static Party person(String last, String first, String city, String zip) {
    return new Party("IND", last, first, city, "CA", zip, "", "");
  }

  static Party organization(String code, String name, String city, String zip) {
    return new Party(code, name, "", city, "CA", zip, "", "");
  }

  private Party works(String newEmployer, String newOccupation) {
    return new Party(code, last, first, city, state, zip, newEmployer, newOccupation);
  }
}
