CREATE TABLE simple_primary_key (id integer primary key, content text);
INSERT INTO simple_primary_key VALUES (1, 'hello'), (2, 'world'), (3, ''), (4, 'four');
CREATE TABLE compound_primary_key (pk1 varchar(30), pk2 varchar(30), content text, PRIMARY KEY (pk1, pk2));
INSERT INTO compound_primary_key VALUES ('a', 'b', 'c'), ('a/b', '.c-d', 'c'), ('d', 'e', 'RENDER');
CREATE TABLE foreign_key_references (pk varchar(30) primary key, with_label integer, blank integer,
  no_label varchar(30), FOREIGN KEY (with_label) REFERENCES simple_primary_key(id),
  FOREIGN KEY (blank) REFERENCES simple_primary_key(id));
INSERT INTO foreign_key_references VALUES ('1', 1, 3, '1'), ('2', null, null, null), ('3', 99, null, null);
CREATE TABLE sortable (pk1 varchar(30), pk2 varchar(30), n integer, nulls real, untyped, PRIMARY KEY (pk1, pk2));
WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < 201)
INSERT INTO sortable SELECT char(97 + x % 7), printf('%03d', x), x % 10, CASE WHEN x % 3 THEN x % 5 * 0.5 END,
  CASE x % 3 WHEN 0 THEN x WHEN 1 THEN 't' || x ELSE NULL END FROM i;
CREATE TABLE no_primary_key (content text, a text);
WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < 150)
INSERT INTO no_primary_key SELECT x, 'a' || x FROM i;
CREATE VIEW paginated_view AS SELECT content, '- ' || content || ' -' AS content_extra FROM no_primary_key;
CREATE TABLE "Table With Space In Name" (pk varchar(30) primary key, content text);
CREATE TABLE "table/with/slashes.csv" (pk varchar(30) primary key, content text);
INSERT INTO "table/with/slashes.csv" VALUES ('3', 'hey');
CREATE TABLE "quo""ted" (id integer primary key, "na""me" text);
INSERT INTO "quo""ted" VALUES (1, 'x');
CREATE TABLE [select] ([group] text, [and] text);
INSERT INTO [select] VALUES ('group', 'and');
CREATE TABLE infinity (value REAL);
INSERT INTO infinity VALUES (9e999), (-9e999), (1.0);
CREATE TABLE numbers (id integer primary key, whole integer, point real, any_kind);
INSERT INTO numbers VALUES (1, 9223372036854775807, 1e300, 'text'), (2, -1, 1.0, 2), (3, null, 0.1, null);
CREATE TABLE binary_data (data BLOB);
INSERT INTO binary_data VALUES (x'151C02C7AD05FE'), (x'706c61696e'), (null);
CREATE TABLE facet_cities (id integer primary key, name text);
INSERT INTO facet_cities VALUES (1, 'Springfield'), (2, 'Shelbyville');
CREATE TABLE facetable (pk integer primary key, created text, planet_int integer, state text,
  _city_id integer REFERENCES facet_cities(id), tags text, n text);
INSERT INTO facetable VALUES
  (1, '2019-01-14 08:00:00', 1, 'CA', 1, '["red", "blue"]', 'n1'),
  (2, '2019-01-14 09:00:00', 1, 'CA', 1, '["red", "green"]', null),
  (3, '2019-01-15 08:00:00', 1, 'MI', 2, '[]', ''),
  (4, '2019-01-16 08:00:00', 2, 'MI', 2, '[]', null),
  (5, '2019-01-16 08:00:00', 2, 'CA', 2, null, 'x,y'),
  (6, null, 2, null, null, null, '');
CREATE TABLE searchable (pk integer primary key, text1 text, text2 text);
INSERT INTO searchable VALUES (1, 'barry cat', 'terry dog'), (2, 'terry dog', 'sara weasel'),
  (3, 'budget hearing', 'city hall');
CREATE VIRTUAL TABLE searchable_fts USING FTS5 (text1, text2, content="searchable", content_rowid="pk");
INSERT INTO searchable_fts (rowid, text1, text2) SELECT pk, text1, text2 FROM searchable;
CREATE TABLE attractions (pk integer primary key, name text);
INSERT INTO attractions VALUES (1, 'Big Ball'), (2, 'Small Ball');
CREATE TABLE characteristics (id integer primary key, name text);
INSERT INTO characteristics VALUES (1, 'museum'), (2, 'paranormal');
CREATE TABLE attraction_characteristics (attraction_id INTEGER REFERENCES attractions(pk),
  characteristic_id INTEGER REFERENCES characteristics(id));
INSERT INTO attraction_characteristics VALUES (1, 2), (2, 1), (2, 2);
CREATE TABLE html (id integer primary key, payload text);
INSERT INTO html VALUES (1, '<script>alert(1)</script>'), (2, 'javascript:alert(1)'),
  (3, 'https://example.org/?a=1&b=2');
CREATE TABLE json_docs (id integer primary key, doc text);
INSERT INTO json_docs VALUES (1, '{"k": [1, 2]}'), (2, 'no json'), (3, null);
CREATE TABLE links (id integer primary key, home text, mail text, doc text);
INSERT INTO links VALUES (1, 'https://example.org/?a=1&b=2', 'somebody@example.org', '{"a": [1, {"b": "<c>"}]}'),
  (2, 'javascript:alert(1)', null, 'no json'), (3, '', '', '');
CREATE TABLE wide_values (id integer primary key, v text);
WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < 9)
INSERT INTO wide_values SELECT x, replace(hex(zeroblob(20000)), '00', char(97 + x % 3)) FROM i;
CREATE TABLE dunder (id integer primary key, "a__b" text, "_under" text, "__lead" text);
INSERT INTO dunder VALUES (1, 'x', 'u1', 'l1'), (2, 'y', 'u2', 'l2');
CREATE TABLE generated (id integer primary key, w integer, h integer, area integer GENERATED ALWAYS AS (w * h) STORED);
INSERT INTO generated (id, w, h) VALUES (1, 2, 3);
CREATE TABLE "data.json" (pk text primary key, v integer);
INSERT INTO "data.json" VALUES ('2.json', 1), ('..', 2), ('a&b=c?d#e', 3), ('日', 4), ('a+b', 5), ('a b', 6);
CREATE TABLE dated (id integer primary key, d text);
INSERT INTO dated VALUES (1, '2024-02-29T10:00:00'), (2, '2024-02-29 23:59:59'), (3, 'not a date'), (4, null);
CREATE TABLE ties (id integer primary key, grp integer);
WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < 40)
INSERT INTO ties SELECT x, x % 3 FROM i;
