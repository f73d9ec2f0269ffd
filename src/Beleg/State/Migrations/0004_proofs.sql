-- The seal of a published result: who checks it needs the workspace's public key only.
ALTER TABLE snapshot ADD COLUMN signature BLOB;   -- ECDSA P-256 over the hash's 64 letters, DER; null before proofs were signed
ALTER TABLE snapshot ADD COLUMN public_key BLOB;  -- SubjectPublicKeyInfo
CREATE INDEX snapshot_by_hash ON snapshot (hash);

CREATE TABLE signing_key (
  workspace          TEXT    NOT NULL PRIMARY KEY REFERENCES workspace (name) ON DELETE CASCADE,
  public_key         BLOB    NOT NULL,
  private_key_sealed BLOB    NOT NULL,
  created_at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a person wrote in place of a drafted sentence. Rows are added, never changed: the latest of a place holds.
CREATE TABLE proof_edit (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace  TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  month      TEXT    NOT NULL, -- 2026-10
  place      TEXT    NOT NULL, -- wins.1.text
  drafted_en TEXT    NOT NULL, -- what the numbers had drafted there at that time
  drafted_de TEXT    NOT NULL,
  text_en    TEXT    NOT NULL, -- empty: the draft holds again
  text_de    TEXT    NOT NULL,
  author     TEXT    NOT NULL,
  made_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX proof_edit_by_month ON proof_edit (workspace, month, id);

-- Links that show a fixed part of a workspace to whoever has them.
CREATE TABLE share (
  id         TEXT    NOT NULL PRIMARY KEY,
  workspace  TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  label      TEXT    NOT NULL,
  from_month TEXT    NOT NULL, -- 2026-05, the first it shows
  to_month   TEXT    NOT NULL, -- the last
  channel    TEXT,             -- null: all
  drill_down INTEGER NOT NULL,
  created_by TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX share_by_workspace ON share (workspace, created_at);
-- Its signature is over these columns: what was agreed when it was made is what it shows.
CREATE TRIGGER share_scope_is_fixed BEFORE UPDATE OF id, workspace, label, from_month, to_month, channel, drill_down, created_by, created_at, expires_at ON share BEGIN
  SELECT raise(ABORT, 'The scope of a shared link never changes.');
END;

CREATE TABLE share_view (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  share   TEXT    NOT NULL REFERENCES share (id) ON DELETE CASCADE,
  at      INTEGER NOT NULL,
  page    TEXT    NOT NULL, -- which page of it
  outcome TEXT    NOT NULL, -- shown, expired, revoked
  reader  TEXT    NOT NULL  -- person, preview, machine: no address of anyone is kept
) STRICT;
CREATE INDEX share_view_by_share ON share_view (share, id);
