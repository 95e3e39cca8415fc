-- When each host of a source may be asked next, by whichever process. Milliseconds since 1970, because they are counted
-- with inside one statement.
CREATE TABLE source_turns (
  host TEXT PRIMARY KEY,
  next_millis BIGINT NOT NULL
);
