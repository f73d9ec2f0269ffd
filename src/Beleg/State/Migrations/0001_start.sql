-- Times are microseconds since 1970 UTC. Columns ending in _sealed open only with the workspace's key.

CREATE TABLE workspace (
  name         TEXT    PRIMARY KEY,
  display_name TEXT    NOT NULL,
  settings     TEXT    NOT NULL, -- JSON
  created_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
  workspace      TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  name           TEXT    NOT NULL,
  settings       TEXT    NOT NULL, -- JSON, without secrets
  secrets_sealed BLOB    NOT NULL, -- JSON: up to two secrets, newest first, and the verify token
  created_at     INTEGER NOT NULL,
  PRIMARY KEY (workspace, name)
) STRICT;

CREATE TABLE api_key (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace    TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  hash         BLOB    NOT NULL UNIQUE, -- SHA-256 of the whole key
  prefix       TEXT    NOT NULL,        -- what people tell it apart by
  label        TEXT    NOT NULL,
  scope        TEXT    NOT NULL,
  browser      INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  last_used_at INTEGER,
  revoked_at   INTEGER
) STRICT;

CREATE TABLE user (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  email         TEXT    NOT NULL UNIQUE, -- lower case
  name          TEXT    NOT NULL,
  password_hash TEXT,
  created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE sign_in_link (
  hash       BLOB    PRIMARY KEY,
  user       INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  hash       BLOB    PRIMARY KEY,
  user       INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_failure (
  subject   BLOB    NOT NULL, -- SHA-256 of an e-mail or an address
  failed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_failure_by_subject ON sign_in_failure (subject, failed_at);

CREATE TABLE link (
  code             TEXT    PRIMARY KEY,
  workspace        TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  target           TEXT    NOT NULL,
  channel          TEXT,
  flow             TEXT,
  branch           TEXT,
  campaign         TEXT,
  step             TEXT,
  message_id       TEXT,
  contact_param    TEXT,
  recipient_sealed BLOB,
  created_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX link_by_workspace ON link (workspace, created_at);

CREATE TABLE refusal (
  workspace TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  seq       INTEGER NOT NULL,
  number    INTEGER NOT NULL, -- within the delivery
  source    TEXT    NOT NULL,
  item      INTEGER NOT NULL,
  reason    TEXT    NOT NULL,
  detail    TEXT    NOT NULL, -- never a person's data
  at        INTEGER NOT NULL,
  PRIMARY KEY (workspace, seq, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX refusal_by_source ON refusal (workspace, source, reason);

CREATE TABLE translated (
  workspace        TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  source           TEXT    NOT NULL,
  seq              INTEGER NOT NULL, -- the last delivery that is counted here
  received_at      INTEGER NOT NULL, -- its arrival
  deliveries       INTEGER NOT NULL,
  events           INTEGER NOT NULL,
  last_occurred_at INTEGER,
  PRIMARY KEY (workspace, source)
) STRICT, WITHOUT ROWID;

-- Requests that were turned away at the door: counted only, nothing of them is kept.
CREATE TABLE turned_away (
  workspace TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  source    TEXT    NOT NULL,
  reason    TEXT    NOT NULL,
  count     INTEGER NOT NULL,
  last_at   INTEGER NOT NULL,
  PRIMARY KEY (workspace, source, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (
  workspace TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  identifier INTEGER NOT NULL, -- a keyed hash
  erased_at INTEGER NOT NULL,
  PRIMARY KEY (workspace, identifier)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace     TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  kind          TEXT    NOT NULL,
  month         TEXT    NOT NULL, -- 2026-10
  json          TEXT    NOT NULL,
  hash          TEXT    NOT NULL, -- SHA-256 over the previous hash and the JSON
  previous_hash TEXT,             -- of the workspace's snapshot before
  created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX snapshot_by_month ON snapshot (workspace, kind, month);
CREATE TRIGGER snapshot_is_frozen BEFORE UPDATE ON snapshot BEGIN
  SELECT raise(ABORT, 'A published snapshot never changes.');
END;
