-- Runs of the commands that came later. A CHECK cannot be changed in place: both tables are built again, the child first,
-- so that nothing is lost to its ON DELETE CASCADE.
CREATE TABLE runs_new (
  id          INTEGER NOT NULL PRIMARY KEY,
  command     TEXT    NOT NULL CHECK (command IN ('ingest', 'load', 'link', 'reextract', 'correct', 'merge', 'split', 'undo', 'review')),
  started_at  TEXT    NOT NULL,
  finished_at TEXT,
  extractor   TEXT    NOT NULL,
  new         INTEGER NOT NULL DEFAULT 0 CHECK (new >= 0),
  known       INTEGER NOT NULL DEFAULT 0 CHECK (known >= 0),
  updated     INTEGER NOT NULL DEFAULT 0 CHECK (updated >= 0),
  refused     INTEGER NOT NULL DEFAULT 0 CHECK (refused >= 0),
  incidents   INTEGER CHECK (incidents >= 0)
) STRICT;

INSERT INTO runs_new SELECT id, command, started_at, finished_at, extractor, new, known, updated, refused, incidents FROM runs;

CREATE TABLE outcomes_new (
  id         INTEGER NOT NULL PRIMARY KEY,
  run_id     INTEGER NOT NULL REFERENCES runs_new (id) ON DELETE CASCADE,
  source_id  TEXT    NOT NULL,
  uri        TEXT    NOT NULL,
  outcome    TEXT    NOT NULL CHECK (outcome IN ('new', 'known', 'updated', 'refused')),
  code       TEXT,
  reason     TEXT,
  article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  CHECK ((outcome = 'refused') = (code IS NOT NULL))
) STRICT;

INSERT INTO outcomes_new SELECT id, run_id, source_id, uri, outcome, code, reason, article_id FROM outcomes;

DROP TABLE outcomes;
DROP TABLE runs;
ALTER TABLE runs_new RENAME TO runs;
ALTER TABLE outcomes_new RENAME TO outcomes;
CREATE INDEX outcomes_by_run ON outcomes (run_id, outcome);
CREATE INDEX outcomes_by_article ON outcomes (article_id);
