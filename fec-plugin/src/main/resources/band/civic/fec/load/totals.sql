-- Totals. Each amount is added by the one total that its row's counts_as names; memo rows are added by none.
CREATE TEMP TABLE sums AS
  SELECT committee_id, cycle, 'c' AS source, counts_as, count(*) AS n, sum(amount_cents) AS cents FROM main.contributions
    GROUP BY committee_id, cycle, counts_as
  UNION ALL SELECT committee_id, cycle, 't', counts_as, count(*), sum(amount_cents) FROM main.committee_transactions
    GROUP BY committee_id, cycle, counts_as
  UNION ALL SELECT committee_id, cycle, 'e', counts_as, count(*), sum(amount_cents) FROM main.operating_expenditures
    GROUP BY committee_id, cycle, counts_as;

CREATE TABLE committee_totals (
  committee_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  name TEXT,
  committee_known INTEGER NOT NULL,
  contribution_rows INTEGER NOT NULL, -- all rows of contributions, memos included
  memo_rows INTEGER NOT NULL, -- of these, rows that no total adds
  memo_cents INTEGER NOT NULL,
  reported_cents INTEGER NOT NULL, -- all rows of contributions that are no memos, with the sign that was reported
  individual_rows INTEGER NOT NULL,
  individual_cents INTEGER NOT NULL,
  super_pac_rows INTEGER NOT NULL,
  super_pac_cents INTEGER NOT NULL,
  refund_rows INTEGER NOT NULL,
  refund_cents INTEGER NOT NULL,
  candidate_rows INTEGER NOT NULL,
  candidate_cents INTEGER NOT NULL,
  party_account_rows INTEGER NOT NULL,
  party_account_cents INTEGER NOT NULL,
  conduit_rows INTEGER NOT NULL,
  conduit_cents INTEGER NOT NULL,
  committee_in_rows INTEGER NOT NULL,
  committee_in_cents INTEGER NOT NULL,
  transfer_in_rows INTEGER NOT NULL,
  transfer_in_cents INTEGER NOT NULL,
  transfer_out_rows INTEGER NOT NULL,
  transfer_out_cents INTEGER NOT NULL,
  contribution_out_rows INTEGER NOT NULL,
  contribution_out_cents INTEGER NOT NULL,
  in_kind_out_rows INTEGER NOT NULL,
  in_kind_out_cents INTEGER NOT NULL,
  support_rows INTEGER NOT NULL,
  support_cents INTEGER NOT NULL,
  oppose_rows INTEGER NOT NULL,
  oppose_cents INTEGER NOT NULL,
  coordinated_rows INTEGER NOT NULL,
  coordinated_cents INTEGER NOT NULL,
  operating_rows INTEGER NOT NULL,
  operating_cents INTEGER NOT NULL,
  individual_net_cents INTEGER NOT NULL, -- individual less refund
  PRIMARY KEY (committee_id, cycle)
) WITHOUT ROWID;

INSERT INTO committee_totals SELECT s.committee_id, s.cycle, max(m.name), max(m.committee_id IS NOT NULL),
  coalesce(sum(n) FILTER (WHERE source = 'c'), 0),
  coalesce(sum(n) FILTER (WHERE source = 'c' AND counts_as = 'memo'), 0),
  coalesce(sum(cents) FILTER (WHERE source = 'c' AND counts_as = 'memo'), 0),
  coalesce(sum(cents) FILTER (WHERE source = 'c' AND counts_as <> 'memo'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'individual' AND source = 'c'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'individual' AND source = 'c'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'super_pac' AND source = 'c'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'super_pac' AND source = 'c'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'refund' AND source = 'c'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'refund' AND source = 'c'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'candidate' AND source = 'c'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'candidate' AND source = 'c'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'party_account' AND source = 'c'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'party_account' AND source = 'c'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'conduit' AND source = 'c'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'conduit' AND source = 'c'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'committee_in' AND source = 't'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'committee_in' AND source = 't'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'transfer_in' AND source = 't'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'transfer_in' AND source = 't'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'transfer_out' AND source = 't'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'transfer_out' AND source = 't'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'contribution_out' AND source = 't'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'contribution_out' AND source = 't'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'in_kind_out' AND source = 't'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'in_kind_out' AND source = 't'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'support' AND source = 't'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'support' AND source = 't'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'oppose' AND source = 't'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'oppose' AND source = 't'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'coordinated' AND source = 't'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'coordinated' AND source = 't'), 0),
  coalesce(sum(n) FILTER (WHERE counts_as = 'operating' AND source = 'e'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'operating' AND source = 'e'), 0),
  coalesce(sum(cents) FILTER (WHERE counts_as = 'individual' AND source = 'c'), 0)
    - coalesce(sum(cents) FILTER (WHERE counts_as = 'refund' AND source = 'c'), 0)
FROM sums s LEFT JOIN main.committees m ON m.committee_id = s.committee_id AND m.cycle = s.cycle
WHERE s.committee_id IS NOT NULL GROUP BY s.committee_id, s.cycle ORDER BY s.committee_id, s.cycle;

CREATE TABLE candidate_totals (
  candidate_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  name TEXT,
  committees INTEGER NOT NULL, -- authorised committees
  individual_cents INTEGER NOT NULL, -- of these committees
  refund_cents INTEGER NOT NULL,
  individual_net_cents INTEGER NOT NULL,
  committee_in_cents INTEGER NOT NULL,
  contribution_rows INTEGER NOT NULL, -- what other committees say they gave; never to be added to committee_in
  contribution_cents INTEGER NOT NULL,
  support_rows INTEGER NOT NULL,
  support_cents INTEGER NOT NULL,
  oppose_rows INTEGER NOT NULL,
  oppose_cents INTEGER NOT NULL,
  coordinated_rows INTEGER NOT NULL,
  coordinated_cents INTEGER NOT NULL,
  PRIMARY KEY (candidate_id, cycle)
) WITHOUT ROWID;

CREATE TEMP TABLE authorised AS SELECT DISTINCT l.candidate_id, l.committee_id, l.cycle FROM main.committee_candidates l
  WHERE l.designation IN ('P', 'A');

CREATE TEMP TABLE own AS SELECT a.candidate_id, a.cycle, count(*) AS committees,
  coalesce(sum(individual_cents), 0) AS individual, coalesce(sum(refund_cents), 0) AS refund,
  coalesce(sum(committee_in_cents), 0) AS committee_in
FROM authorised a LEFT JOIN main.committee_totals t ON t.committee_id = a.committee_id AND t.cycle = a.cycle
GROUP BY a.candidate_id, a.cycle;

CREATE TEMP TABLE others AS SELECT candidate_id, cycle,
  count(*) FILTER (WHERE counts_as IN ('contribution_out', 'in_kind_out')) AS contribution_rows,
  coalesce(sum(amount_cents) FILTER (WHERE counts_as IN ('contribution_out', 'in_kind_out')), 0) AS contribution,
  count(*) FILTER (WHERE counts_as = 'support') AS support_rows,
  coalesce(sum(amount_cents) FILTER (WHERE counts_as = 'support'), 0) AS support,
  count(*) FILTER (WHERE counts_as = 'oppose') AS oppose_rows,
  coalesce(sum(amount_cents) FILTER (WHERE counts_as = 'oppose'), 0) AS oppose,
  count(*) FILTER (WHERE counts_as = 'coordinated') AS coordinated_rows,
  coalesce(sum(amount_cents) FILTER (WHERE counts_as = 'coordinated'), 0) AS coordinated
FROM main.committee_transactions WHERE candidate_id IS NOT NULL GROUP BY candidate_id, cycle;

INSERT INTO candidate_totals
WITH ids AS (SELECT candidate_id, cycle FROM own UNION SELECT candidate_id, cycle FROM others)
SELECT i.candidate_id, i.cycle, c.name, coalesce(w.committees, 0), coalesce(w.individual, 0), coalesce(w.refund, 0),
  coalesce(w.individual, 0) - coalesce(w.refund, 0), coalesce(w.committee_in, 0), coalesce(o.contribution_rows, 0),
  coalesce(o.contribution, 0), coalesce(o.support_rows, 0), coalesce(o.support, 0), coalesce(o.oppose_rows, 0),
  coalesce(o.oppose, 0), coalesce(o.coordinated_rows, 0), coalesce(o.coordinated, 0)
FROM ids i LEFT JOIN own w USING (candidate_id, cycle) LEFT JOIN others o USING (candidate_id, cycle)
  LEFT JOIN main.candidates c ON c.candidate_id = i.candidate_id AND c.cycle = i.cycle
ORDER BY i.candidate_id, i.cycle;

CREATE TABLE state_totals (
  state TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  individual_rows INTEGER NOT NULL,
  individual_cents INTEGER NOT NULL,
  PRIMARY KEY (state, cycle)
) WITHOUT ROWID;

INSERT INTO state_totals SELECT coalesce(state, ''), cycle, count(*), coalesce(sum(amount_cents), 0)
FROM main.contributions WHERE counts_as = 'individual' GROUP BY 1, 2 ORDER BY 1, 2;

-- What itemised rows add up to, beside what the committee's own summary says. Amounts in files of rows lose their cents,
-- so ours may be lower by less than a dollar a row; a summary also holds what was not itemised. So 'below' is no fault,
-- and 'above' is one unless rows are later than the summary: then it is 'pending'.
CREATE TABLE checks (
  committee_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  measure TEXT NOT NULL,
  rows INTEGER NOT NULL,
  ours_cents INTEGER NOT NULL,
  official_cents INTEGER NOT NULL,
  coverage_end_on TEXT,
  last_row_on TEXT,
  result TEXT NOT NULL, -- equal, below, above, pending
  PRIMARY KEY (committee_id, cycle, measure)
) WITHOUT ROWID;

CREATE TEMP TABLE last_rows AS SELECT committee_id, cycle, max(contributed_on) AS last_on FROM main.contributions
  WHERE date_flag IS NULL GROUP BY committee_id, cycle;

CREATE TEMP TABLE pairs AS
SELECT s.committee_id, s.cycle, 'individual' AS measure, coalesce(t.individual_rows, 0) AS n, coalesce(t.individual_cents, 0) AS ours,
    coalesce(s.individual_cents, 0) AS official, s.coverage_end_on FROM main.committee_summaries s
    LEFT JOIN main.committee_totals t USING (committee_id, cycle) WHERE s.receipts_cents IS NOT NULL
  UNION ALL SELECT s.committee_id, s.cycle, 'committee_in' AS measure, coalesce(t.committee_in_rows, 0) AS n, coalesce(t.committee_in_cents, 0) AS ours,
    coalesce(s.committee_in_cents, 0) AS official, s.coverage_end_on FROM main.committee_summaries s
    LEFT JOIN main.committee_totals t USING (committee_id, cycle) WHERE s.receipts_cents IS NOT NULL
  UNION ALL SELECT s.committee_id, s.cycle, 'transfer_in' AS measure, coalesce(t.transfer_in_rows, 0) AS n, coalesce(t.transfer_in_cents, 0) AS ours,
    coalesce(s.transfer_in_cents, 0) AS official, s.coverage_end_on FROM main.committee_summaries s
    LEFT JOIN main.committee_totals t USING (committee_id, cycle) WHERE s.receipts_cents IS NOT NULL
  UNION ALL SELECT s.committee_id, s.cycle, 'transfer_out' AS measure, coalesce(t.transfer_out_rows, 0) AS n, coalesce(t.transfer_out_cents, 0) AS ours,
    coalesce(s.transfer_out_cents, 0) AS official, s.coverage_end_on FROM main.committee_summaries s
    LEFT JOIN main.committee_totals t USING (committee_id, cycle) WHERE s.receipts_cents IS NOT NULL
  UNION ALL SELECT s.committee_id, s.cycle, 'refund' AS measure, coalesce(t.refund_rows, 0) AS n, coalesce(t.refund_cents, 0) AS ours,
    coalesce(s.refund_cents, 0) AS official, s.coverage_end_on FROM main.committee_summaries s
    LEFT JOIN main.committee_totals t USING (committee_id, cycle) WHERE s.receipts_cents IS NOT NULL
  UNION ALL SELECT s.committee_id, s.cycle, 'contribution_out' AS measure, coalesce(t.contribution_out_rows, 0) AS n, coalesce(t.contribution_out_cents, 0) AS ours,
    coalesce(s.contribution_out_cents, 0) AS official, s.coverage_end_on FROM main.committee_summaries s
    LEFT JOIN main.committee_totals t USING (committee_id, cycle) WHERE s.receipts_cents IS NOT NULL;

INSERT INTO checks SELECT p.committee_id, p.cycle, p.measure, p.n, p.ours, p.official, p.coverage_end_on, l.last_on,
  CASE WHEN p.ours > p.official AND NOT (p.official < 0 AND p.ours - p.official <= 100 * p.n)
      THEN CASE WHEN l.last_on > p.coverage_end_on THEN 'pending' ELSE 'above' END
    WHEN p.official - p.ours < 100 * max(p.n, 1) THEN 'equal' ELSE 'below' END
FROM pairs p LEFT JOIN last_rows l ON l.committee_id = p.committee_id AND l.cycle = p.cycle
WHERE p.n > 0 OR p.official <> 0 ORDER BY p.committee_id, p.cycle, p.measure;

-- The same for candidates: what their authorised committees itemised beside the FEC's summary of the candidate.
CREATE TABLE candidate_checks (
  candidate_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  measure TEXT NOT NULL,
  rows INTEGER NOT NULL,
  ours_cents INTEGER NOT NULL,
  official_cents INTEGER NOT NULL,
  coverage_end_on TEXT,
  last_row_on TEXT,
  result TEXT NOT NULL, -- equal, below, above, pending
  PRIMARY KEY (candidate_id, cycle, measure)
) WITHOUT ROWID;

CREATE TEMP TABLE own_rows AS SELECT a.candidate_id, a.cycle, sum(individual_rows) AS individual_rows,
  sum(individual_cents) AS individual_cents, sum(committee_in_rows) AS committee_in_rows,
  sum(committee_in_cents) AS committee_in_cents, max(l.last_on) AS last_on
FROM authorised a JOIN main.committee_totals t ON t.committee_id = a.committee_id AND t.cycle = a.cycle
  LEFT JOIN last_rows l ON l.committee_id = a.committee_id AND l.cycle = a.cycle
GROUP BY a.candidate_id, a.cycle;

CREATE TEMP TABLE candidate_pairs AS
SELECT s.candidate_id, s.cycle, 'individual' AS measure, coalesce(o.individual_rows, 0) AS n,
    coalesce(o.individual_cents, 0) AS ours, coalesce(s.individual_cents, 0) AS official, s.coverage_end_on, o.last_on
    FROM main.candidate_summaries s LEFT JOIN own_rows o USING (candidate_id, cycle)
  UNION ALL SELECT s.candidate_id, s.cycle, 'committee_in', coalesce(o.committee_in_rows, 0),
    coalesce(o.committee_in_cents, 0), coalesce(s.committee_in_cents, 0), s.coverage_end_on, o.last_on
    FROM main.candidate_summaries s LEFT JOIN own_rows o USING (candidate_id, cycle);

INSERT INTO candidate_checks SELECT p.candidate_id, p.cycle, p.measure, p.n, p.ours, p.official, p.coverage_end_on,
  p.last_on,
  CASE WHEN p.ours > p.official AND NOT (p.official < 0 AND p.ours - p.official <= 100 * p.n)
      THEN CASE WHEN p.last_on > p.coverage_end_on THEN 'pending' ELSE 'above' END
    WHEN p.official - p.ours < 100 * max(p.n, 1) THEN 'equal' ELSE 'below' END
FROM candidate_pairs p WHERE p.n > 0 OR p.official <> 0 ORDER BY p.candidate_id, p.cycle, p.measure;

CREATE TABLE totals_explained (
  total TEXT PRIMARY KEY,
  counts TEXT NOT NULL
) WITHOUT ROWID;

INSERT INTO totals_explained VALUES
  ('individual', 'Rows of contributions of type 15, 15E and 11 that are no memos: what persons, partnerships and tribes gave and the committee itemised. Charge-backs are negative rows and are added.'),
  ('super_pac', 'Rows of type 10 that are no memos: gifts to committees that only spend independently. Never part of individual.'),
  ('refund', 'Rows of type 22Y, 20Y and 21Y that are no memos. They are positive numbers; individual_net subtracts them once.'),
  ('candidate', 'Rows of type 15C that are no memos: what the candidate gave.'),
  ('party_account', 'Rows of type 30, 31 and 32, with E and T, that are no memos: convention, headquarters and recount accounts of parties.'),
  ('conduit', 'Rows of type 24T and 24I that are no memos: gifts passed on. They are no receipts of the conduit; the recipient itemises the same gift as 15E.'),
  ('committee_in', 'Rows of committee_transactions of type 18K that are no memos: what registered committees gave, as the recipient says.'),
  ('transfer_in', 'Type 18G, no memos: transfers from affiliated committees.'),
  ('transfer_out', 'Type 24G, no memos: transfers to affiliated committees.'),
  ('contribution_out', 'Type 24K, no memos: gifts to other committees, as the giver says. The other side of committee_in: the two are never added.'),
  ('in_kind_out', 'Type 24Z, no memos: gifts in kind to other committees.'),
  ('support', 'Type 24E, no memos: independent spending for a candidate. Each row once, although two files hold it.'),
  ('oppose', 'Type 24A, no memos: independent spending against a candidate. Each row once.'),
  ('coordinated', 'Type 24C, no memos: coordinated spending of parties.'),
  ('operating', 'Rows of operating_expenditures that are no memos.'),
  ('memo', 'Rows with memo code X: the money stands in another row. They are listed and added by no total; memo_cents is their own sum.'),
  ('reported', 'All rows of contributions that are no memos, as reported, whatever their type: it adds refunds and conduits to gifts and is good for comparing with the file, not as an amount raised.');
