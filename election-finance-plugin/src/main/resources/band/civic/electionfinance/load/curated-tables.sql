-- Totals of candidates and measures. Empty unless curated lists say which committee acts for whom.

CREATE TABLE candidate_totals (
  candidate_id INTEGER PRIMARY KEY REFERENCES candidates,
  contributions_cents INTEGER, -- summary line 5 of the controlled committee, and late contributions not covered yet
  contributions REAL AS (contributions_cents / 100.0),
  expenditures_cents INTEGER, -- summary line 11, and late payments not covered yet
  expenditures REAL AS (expenditures_cents / 100.0),
  loans_cents INTEGER, -- summary line 2: received less repaid
  loans REAL AS (loans_cents / 100.0),
  itemized_cents INTEGER NOT NULL, -- items of schedules A and C, and late contributions not covered yet
  itemized REAL AS (itemized_cents / 100.0),
  unitemized_cents INTEGER, -- line 2 of the summaries of schedules A and C
  unitemized REAL AS (unitemized_cents / 100.0),
  small_cents INTEGER NOT NULL, -- items under $100 and what was not itemized
  small REAL AS (small_cents / 100.0),
  supporting_cents INTEGER NOT NULL, -- independent spending of others for the candidate
  supporting REAL AS (supporting_cents / 100.0),
  opposing_cents INTEGER NOT NULL, -- independent spending against the candidate
  opposing REAL AS (opposing_cents / 100.0)
);

CREATE TABLE candidate_by_type (
  candidate_id INTEGER NOT NULL REFERENCES candidates,
  label TEXT NOT NULL, -- kind of contributor, Self Funding, or Unitemized
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER, -- items; empty for unitemized money
  PRIMARY KEY (candidate_id, label)
);

CREATE TABLE candidate_by_origin (
  candidate_id INTEGER NOT NULL REFERENCES candidates,
  label TEXT NOT NULL,
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (candidate_id, label)
);

CREATE TABLE candidate_spending_by_code (
  candidate_id INTEGER NOT NULL REFERENCES candidates,
  label TEXT NOT NULL, -- what the payment was for; late payments not covered yet are Not Stated
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (candidate_id, label)
);

CREATE TABLE candidate_independent (
  candidate_id INTEGER NOT NULL REFERENCES candidates,
  sup_opp TEXT NOT NULL, -- S for, O against
  filer_key TEXT NOT NULL REFERENCES filers, -- who spent
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (candidate_id, sup_opp, filer_key)
);

CREATE TABLE measure_totals (
  measure_id INTEGER NOT NULL REFERENCES measures,
  sup_opp TEXT NOT NULL, -- S the committees for the measure, O those against it
  contributions_cents INTEGER NOT NULL, -- items of schedules A and C, and late contributions not covered yet
  contributions REAL AS (contributions_cents / 100.0),
  n_contributions INTEGER NOT NULL,
  spending_cents INTEGER NOT NULL, -- sum of measure_organizations
  spending REAL AS (spending_cents / 100.0),
  PRIMARY KEY (measure_id, sup_opp)
);

CREATE TABLE measure_by_type (
  measure_id INTEGER NOT NULL REFERENCES measures,
  sup_opp TEXT NOT NULL,
  label TEXT NOT NULL,
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (measure_id, sup_opp, label)
);

CREATE TABLE measure_by_origin (
  measure_id INTEGER NOT NULL REFERENCES measures,
  sup_opp TEXT NOT NULL,
  label TEXT NOT NULL,
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (measure_id, sup_opp, label)
);

CREATE TABLE measure_organizations (
  measure_id INTEGER NOT NULL REFERENCES measures,
  sup_opp TEXT NOT NULL,
  filer_key TEXT NOT NULL REFERENCES filers,
  cents INTEGER NOT NULL, -- payments and late spending for or against the measure; with lines 9 and 10 if formed for it
  amount REAL AS (cents / 100.0),
  PRIMARY KEY (measure_id, sup_opp, filer_key)
);
