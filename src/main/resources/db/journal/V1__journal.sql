-- The journal. Hashes are hexadecimal text, so that they can be compared with what was noted
-- elsewhere by eye; times are milliseconds since 1970 in UTC. One set of SQL for both databases:
-- what they call differently comes in as a placeholder.

-- One row; whoever appends locks it first, so that there is one chain.
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY,
  sequence BIGINT NOT NULL,
  seal TEXT NOT NULL
);

INSERT INTO journal_head (id, sequence, seal)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What was written together. These rows outlive the entries that retention lets go.
CREATE TABLE journal_batch (
  last_sequence ${sequence} PRIMARY KEY,
  first_sequence BIGINT NOT NULL,
  merkle_root TEXT NOT NULL,
  last_hash TEXT NOT NULL,
  seal TEXT NOT NULL
);

CREATE TABLE journal_entry (
  sequence ${sequence} PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  at_millis BIGINT NOT NULL,
  recorded_millis BIGINT NOT NULL,
  caller TEXT NOT NULL,
  release_id TEXT NOT NULL,
  facts TEXT NOT NULL,
  said TEXT NOT NULL,
  trace TEXT NOT NULL,
  commitment TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE INDEX journal_entry_at ON journal_entry (at_millis, sequence);

-- What may tell who the patient is, and nothing else; a row is deleted to erase it.
CREATE TABLE journal_personal (
  sequence ${sequence} PRIMARY KEY,
  salt TEXT NOT NULL,
  encounter_id TEXT NOT NULL,
  patient_key TEXT NOT NULL,
  birth_date TEXT,
  documentation TEXT,
  idempotency_key TEXT UNIQUE,
  request_digest TEXT
);

CREATE INDEX journal_personal_encounter ON journal_personal (encounter_id);

CREATE INDEX journal_personal_patient ON journal_personal (patient_key);

-- The words under which entries are found; made from the entries, and checked against them.
CREATE TABLE journal_term (
  term TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (term, sequence)
) ${rowless};

-- Each release in use, whole: its lock file, and the files that it names.
CREATE TABLE journal_release (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  lock_text TEXT NOT NULL
);

CREATE TABLE journal_file (
  sha256 TEXT PRIMARY KEY,
  content ${bytes} NOT NULL
);
