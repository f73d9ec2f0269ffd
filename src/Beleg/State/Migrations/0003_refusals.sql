-- Counts are exact and for ever; of the refused items themselves only the latest of each source and reason are kept as samples.
CREATE TABLE refusal_count (
  workspace TEXT    NOT NULL REFERENCES workspace (name) ON DELETE CASCADE,
  source    TEXT    NOT NULL,
  reason    TEXT    NOT NULL,
  items     INTEGER NOT NULL,
  last_at   INTEGER NOT NULL,
  PRIMARY KEY (workspace, source, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO refusal_count (workspace, source, reason, items, last_at) SELECT workspace, source, reason, count(*), max(at) FROM refusal GROUP BY workspace, source, reason;
DROP INDEX refusal_by_source;
CREATE INDEX refusal_by_source ON refusal (workspace, source, reason, seq, number);
