-- What an analyst decided: added to, never changed. Taking one back is a decision of its own.
-- `mentions` and `other_mentions` are JSON lists of mention keys: a merge holds all of them together, a split
-- holds every one of the first list apart from every one of the second.
CREATE TABLE decisions (
  id             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind           TEXT    NOT NULL CHECK (kind IN ('merge', 'split', 'correct', 'confirm', 'undo')),
  incident_uid   TEXT,
  mentions       TEXT    CHECK (json_type(mentions) = 'array'),
  other_mentions TEXT    CHECK (json_type(other_mentions) = 'array'),
  table_name     TEXT,
  row_key        TEXT,
  column_name    TEXT,
  old_value      TEXT,
  new_value      TEXT,
  undoes         INTEGER REFERENCES decisions (id),
  decided_by     TEXT    NOT NULL CHECK (decided_by <> ''),
  decided_at     TEXT    NOT NULL CHECK (decided_at <> ''),
  reason         TEXT,
  CHECK (kind <> 'merge' OR ifnull(json_array_length(mentions), 0) >= 2),
  CHECK (kind <> 'split' OR (ifnull(json_array_length(mentions), 0) >= 1 AND ifnull(json_array_length(other_mentions), 0) >= 1)),
  CHECK (kind <> 'correct' OR (table_name IS NOT NULL AND row_key IS NOT NULL AND column_name IS NOT NULL)),
  CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
  CHECK (undoes < id)
) STRICT;

CREATE INDEX decisions_by_incident ON decisions (incident_uid);
CREATE UNIQUE INDEX decisions_undone_once ON decisions (undoes);

CREATE TRIGGER decisions_stay_as_made BEFORE UPDATE ON decisions
BEGIN
  SELECT raise(ABORT, 'a decision is never changed: add another that undoes it');
END;

CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
BEGIN
  SELECT raise(ABORT, 'a decision is never removed: add another that undoes it');
END;
