-- What a person may do: in every workspace (workspace is null) or in one. Whoever could sign in before could do everything, and still can.
CREATE TABLE role (
  user      INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  workspace TEXT    REFERENCES workspace (name) ON DELETE CASCADE,
  role      TEXT    NOT NULL CHECK (role IN ('viewer', 'editor', 'admin'))
) STRICT;
CREATE UNIQUE INDEX role_of_user ON role (user, coalesce(workspace, ''));
INSERT INTO role (user, workspace, role) SELECT id, NULL, 'admin' FROM user;

-- Who gave and took which role, and when. It outlives the person and is never changed.
CREATE TABLE role_change (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  email      TEXT    NOT NULL,
  workspace  TEXT,             -- null: every workspace
  role       TEXT,             -- null: taken
  author     TEXT    NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER role_change_stays BEFORE UPDATE ON role_change BEGIN
  SELECT raise(ABORT, 'What was noted about roles never changes.');
END;
CREATE TRIGGER role_change_is_kept BEFORE DELETE ON role_change BEGIN
  SELECT raise(ABORT, 'What was noted about roles never changes.');
END;
INSERT INTO role_change (email, workspace, role, author, changed_at) SELECT email, NULL, 'admin', 'upgrade', created_at FROM user;
