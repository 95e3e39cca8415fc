-- Two tables of 60,000 pages with a full-text index each and no other index, about 200 MB: the load database.
CREATE TABLE minutes (id TEXT PRIMARY KEY, meeting TEXT, date TEXT, page INTEGER, text TEXT);
CREATE TABLE agendas (id TEXT PRIMARY KEY, meeting TEXT, date TEXT, page INTEGER, text TEXT);
WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < 60000)
INSERT INTO minutes SELECT x, 'Board ' || (x * 7919 % 40), date('2000-01-01', (x * 31 % 9000) || ' days'), x % 30,
  'rare' || x || ' ' || replace(hex(zeroblob(11)), '00', ' council motion item ' || (x * 104729 % 997) || ' budget vote ' || (x % 89) || ' approved minutes of the public hearing')
FROM i;
INSERT INTO agendas SELECT id, meeting, date, page, text FROM minutes;
CREATE VIRTUAL TABLE minutes_fts USING fts5(text, content="minutes");
INSERT INTO minutes_fts(rowid, text) SELECT rowid, text FROM minutes;
CREATE VIRTUAL TABLE agendas_fts USING fts5(text, content="agendas");
INSERT INTO agendas_fts(rowid, text) SELECT rowid, text FROM agendas;
