-- What people say about figures: every version is a row, none is changed. An erased one keeps when and by whom, not what.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  workspace TEXT NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  scope TEXT NOT NULL,
  text_sealed BLOB,
  draft_en TEXT NOT NULL,
  draft_de TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  erased_at INTEGER
) STRICT;
CREATE INDEX note_place ON note (workspace, scope, subject, id);
