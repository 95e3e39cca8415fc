INSERT INTO sources SELECT ingest_id, '{kind}', {cycle}, origin, bytes, modified_at, read, rejected, duplicates,
  ingest_id = (SELECT max(ingest_id) FROM k.releases) FROM k.releases;
