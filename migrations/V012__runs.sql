-- What each run read, and what became of each input.
CREATE TABLE runs (
  id          INTEGER NOT NULL PRIMARY KEY,
  command     TEXT    NOT NULL CHECK (command IN ('ingest', 'load', 'link')),
  started_at  TEXT    NOT NULL,
  finished_at TEXT,
  extractor   TEXT    NOT NULL,
  new         INTEGER NOT NULL DEFAULT 0 CHECK (new >= 0),
  known       INTEGER NOT NULL DEFAULT 0 CHECK (known >= 0),
  updated     INTEGER NOT NULL DEFAULT 0 CHECK (updated >= 0),
  refused     INTEGER NOT NULL DEFAULT 0 CHECK (refused >= 0),
  incidents   INTEGER CHECK (incidents >= 0)
) STRICT;

CREATE TABLE outcomes (
  id         INTEGER NOT NULL PRIMARY KEY,
  run_id     INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  source_id  TEXT    NOT NULL,
  uri        TEXT    NOT NULL,
  outcome    TEXT    NOT NULL CHECK (outcome IN ('new', 'known', 'updated', 'refused')),
  code       TEXT,
  reason     TEXT,
  article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  CHECK ((outcome = 'refused') = (code IS NOT NULL))
) STRICT;

CREATE INDEX outcomes_by_run ON outcomes (run_id, outcome);
CREATE INDEX outcomes_by_article ON outcomes (article_id);
