-- Organisations by canonical name. An assertion that two are one never merges them: it is a row of group_relations.
CREATE TABLE groups (
  id           INTEGER NOT NULL PRIMARY KEY,
  name         TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  short_name   TEXT,
  kind         TEXT    NOT NULL CHECK (kind IN ('armed_group', 'state_force', 'government', 'other')),
  country_code TEXT    CHECK (country_code GLOB '[A-Z][A-Z]'),
  origin       TEXT    NOT NULL DEFAULT 'user' CHECK (origin IN ('seed', 'user', 'learned'))
) STRICT;

CREATE INDEX groups_by_short_name ON groups (short_name);

CREATE TABLE group_aliases (
  group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  alias    TEXT    NOT NULL CHECK (alias <> ''),
  origin   TEXT    NOT NULL DEFAULT 'user' CHECK (origin IN ('seed', 'user', 'learned')),
  PRIMARY KEY (group_id, alias)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_aliases_by_alias ON group_aliases (alias);

CREATE TABLE group_relations (
  id             INTEGER NOT NULL PRIMARY KEY,
  group_id       INTEGER NOT NULL REFERENCES groups (id),
  other_group_id INTEGER NOT NULL REFERENCES groups (id),
  relation       TEXT    NOT NULL CHECK (relation IN ('splinter_of', 'faction_of', 'allied_with', 'same_as', 'front_of')),
  asserted_by    TEXT,
  article_id     INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  quote          TEXT    NOT NULL,
  start_byte     INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte       INTEGER NOT NULL CHECK (end_byte > start_byte),
  start_char     INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
  CHECK (group_id <> other_group_id)
) STRICT;

CREATE INDEX group_relations_by_group ON group_relations (group_id, other_group_id);
CREATE INDEX group_relations_by_other ON group_relations (other_group_id);
CREATE INDEX group_relations_by_article ON group_relations (article_id);
