-- Callers that were given keys, and the keys. A name is never given twice: entries of the journal
-- carry it. Of a key there is only what recognises it; rows are never deleted.
CREATE TABLE api_caller (
  name TEXT PRIMARY KEY,
  created_millis BIGINT NOT NULL
);

CREATE TABLE api_key (
  id TEXT PRIMARY KEY,
  caller TEXT NOT NULL REFERENCES api_caller (name),
  roles TEXT NOT NULL,
  verifier TEXT NOT NULL,
  created_millis BIGINT NOT NULL,
  expires_millis BIGINT,
  -- Replaced or revoked from then on.
  ended_millis BIGINT
);

CREATE INDEX api_key_caller ON api_key (caller);
