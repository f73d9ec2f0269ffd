-- Who changed which setting when and why: every change is a row, none is changed.
CREATE TABLE setting_change (
  id INTEGER PRIMARY KEY,
  workspace TEXT NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  key TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  author TEXT NOT NULL,
  reason_sealed BLOB NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX setting_change_place ON setting_change (workspace, id);
