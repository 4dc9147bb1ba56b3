-- The steps in the lives of releases, once more beside their entries: what is in force follows from
-- all of them, so they stay when retention lets the entries go. Checked against the entries that
-- are still there.
CREATE TABLE journal_step (
  sequence ${sequence} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at_millis BIGINT NOT NULL,
  caller TEXT NOT NULL,
  release_id TEXT NOT NULL,
  said TEXT NOT NULL
);
