CREATE VIRTUAL TABLE transactions_fts USING fts5 (counterparty, employer, occupation, description, intermediary,
  candidate, measure_name, content="transactions", content_rowid="rowid");
INSERT INTO transactions_fts (transactions_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE filers_fts USING fts5 (name, content="filers", content_rowid="rowid");
INSERT INTO filers_fts (filers_fts) VALUES ('rebuild');
