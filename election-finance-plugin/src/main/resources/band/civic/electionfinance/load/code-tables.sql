-- Codes that filers write (netfile specification 3.3 and 3.4). A code that is not here is added with itself as label.

CREATE TABLE form_codes (
  code TEXT PRIMARY KEY, -- the schedule or form an item or a summary line stands in
  label TEXT NOT NULL -- what it is called
);
INSERT INTO form_codes VALUES
  ('A', 'Schedule A: monetary contributions received'),
  ('B1', 'Schedule B, part 1: loans received'),
  ('B2', 'Schedule B, part 2: loan guarantors'),
  ('C', 'Schedule C: non-monetary contributions received'),
  ('D', 'Schedule D: summary of spending for or against others'),
  ('E', 'Schedule E: payments made'),
  ('F', 'Schedule F: accrued expenses (unpaid bills)'),
  ('G', 'Schedule G: payments made by an agent or contractor'),
  ('H', 'Schedule H: loans made to others'),
  ('I', 'Schedule I: miscellaneous increases to cash'),
  ('F401', 'Form 401: slate mailer organization, summary'),
  ('F401A', 'Form 401, schedule A: payments received'),
  ('F401B', 'Form 401, schedule B: payments made'),
  ('F401B1', 'Form 401, schedule B-1: payments by an agent'),
  ('F401C', 'Form 401, schedule C: persons receiving $1,000 or more'),
  ('F401D', 'Form 401, schedule D: candidates and measures not paying'),
  ('F450', 'Form 450: recipient committee short form, summary'),
  ('F450P5', 'Form 450, part 5: payments made'),
  ('F460', 'Form 460: recipient committee statement, summary'),
  ('F461', 'Form 461: major donor and independent expenditure committee, summary'),
  ('F461P5', 'Form 461, part 5: contributions and expenditures made'),
  ('F465', 'Form 465: supplemental independent expenditure report, summary'),
  ('F465P3', 'Form 465, part 3: independent expenditures made'),
  ('F496', 'Form 496: 24-hour independent expenditure report'),
  ('F496P3', 'Form 496, part 3: contributions received'),
  ('F497', 'Form 497: 24-hour contribution report'),
  ('F497P1', 'Form 497, part 1: contributions received'),
  ('F497P2', 'Form 497, part 2: contributions made'),
  ('F498A', 'Form 498: slate mailer late payments, attributed'),
  ('F498R', 'Form 498: slate mailer late payments received');

CREATE TABLE entity_codes (
  code TEXT PRIMARY KEY, -- what kind of person or body the other side is
  label TEXT NOT NULL -- what it is called
);
INSERT INTO entity_codes VALUES
  ('ATH', 'Authorized officer'), ('ATR', 'Assistant treasurer'), ('BMC', 'Ballot measure committee'),
  ('BNM', 'Ballot measure'), ('CAO', 'Candidate or officeholder'), ('COM', 'Committee'),
  ('CTL', 'Controlled committee'), ('IND', 'Individual'), ('MDI', 'Major donor or independent spender'),
  ('OFF', 'Officer'), ('OTH', 'Other (includes Businesses)'), ('POF', 'Principal officer'), ('PRO', 'Proponent'),
  ('PTY', 'Political party'), ('RCP', 'Recipient committee'), ('SCC', 'Small contributor committee'),
  ('SMO', 'Slate mailer organization'), ('SPO', 'Sponsor'), ('TRE', 'Treasurer');

CREATE TABLE expn_codes (
  code TEXT PRIMARY KEY, -- what a payment was for
  label TEXT NOT NULL -- what it is called
);
INSERT INTO expn_codes VALUES
  ('CMP', 'Campaign Paraphernalia/Misc.'), ('CNS', 'Campaign Consultants'), ('CTB', 'Contribution'),
  ('CVC', 'Civic Donations'), ('FIL', 'Candidate Filing/Ballot Fees'), ('FND', 'Fundraising Events'),
  ('IKD', 'In-kind Contribution'), ('IND', 'Independent Expenditure Supporting/Opposing Others'),
  ('LEG', 'Legal Defense'), ('LIT', 'Campaign Literature and Mailings'), ('LON', 'Loan'),
  ('MBR', 'Member Communications'), ('MON', 'Monetary Contribution'), ('MTG', 'Meetings and Appearances'),
  ('OFC', 'Office Expenses'), ('PET', 'Petition Circulating'), ('PHO', 'Phone Banks'),
  ('POL', 'Polling and Survey Research'), ('POS', 'Postage, Delivery and Messenger Services'),
  ('PRO', 'Professional Services (Legal, Accounting)'), ('PRT', 'Print Ads'),
  ('RAD', 'Radio Airtime and Production Costs'), ('RFD', 'Returned Contributions'),
  ('SAL', 'Campaign Workers'' Salaries'), ('TEL', 'T.V. or Cable Airtime and Production Costs'),
  ('TRC', 'Candidate Travel, Lodging, and Meals'), ('TRS', 'Staff/Spouse Travel, Lodging, and Meals'),
  ('TSF', 'Transfer Between Committees of the Same Candidate/sponsor'), ('VOT', 'Voter Registration'),
  ('WEB', 'Information Technology Costs (Internet, E-mail)');

CREATE TABLE office_codes (
  code TEXT PRIMARY KEY, -- the office sought, held, supported or opposed
  label TEXT NOT NULL -- what it is called
);
INSERT INTO office_codes VALUES
  ('APP', 'State Appellate Court Justice'), ('ASM', 'State Assembly'), ('ASR', 'Assessor'),
  ('ATT', 'Attorney General'), ('BED', 'Board of Education'), ('BOE', 'Board of Equalization'),
  ('BSU', 'Board of Supervisors'), ('CAT', 'City Attorney'), ('CCB', 'Community College Board'),
  ('CCM', 'City Council Member'), ('CON', 'State Controller'), ('COU', 'County Counsel'),
  ('CSU', 'County Supervisor'), ('CTR', 'Local Controller'), ('DAT', 'District Attorney'), ('GOV', 'Governor'),
  ('INS', 'Insurance Commissioner'), ('LTG', 'Lieutenant Governor'), ('MAY', 'Mayor'), ('OTH', 'Other'),
  ('PDR', 'Public Defender'), ('PER', 'Public Employees'' Retirement System'), ('PLN', 'Planning Commissioner'),
  ('SCJ', 'Superior Court Judge'), ('SEN', 'State Senate'), ('SHC', 'Sheriff-Coroner'),
  ('SOS', 'Secretary of State'), ('SPM', 'Supreme Court Justice'),
  ('SUP', 'Superintendent of Public Instruction'), ('TRE', 'State Treasurer'), ('TRS', 'Local Treasurer');
