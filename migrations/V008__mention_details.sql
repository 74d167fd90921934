-- How, with what, against what and by whom: one row an account and value, each with its words.
CREATE TABLE mention_groups (
  id          INTEGER NOT NULL PRIMARY KEY,
  incident_id INTEGER,
  mention_id  INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  article_id  INTEGER NOT NULL,
  seq         INTEGER NOT NULL CHECK (seq > 0),
  group_id    INTEGER NOT NULL REFERENCES groups (id),
  role        TEXT    NOT NULL CHECK (role IN ('perpetrator', 'target', 'responder')),
  attribution TEXT    NOT NULL CHECK (attribution IN ('claimed', 'denied', 'accused_by_authorities', 'accused', 'suspected', 'stated')),
  quote       TEXT    NOT NULL,
  start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte    INTEGER NOT NULL CHECK (end_byte > start_byte),
  start_char  INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
  UNIQUE (mention_id, seq),
  FOREIGN KEY (mention_id, incident_id) REFERENCES mentions (id, incident_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (mention_id, article_id) REFERENCES mentions (id, article_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX mention_groups_by_group ON mention_groups (group_id);
CREATE INDEX mention_groups_by_incident ON mention_groups (incident_id, group_id);
CREATE INDEX mention_groups_by_article ON mention_groups (article_id);

CREATE TABLE mention_attack_types (
  id          INTEGER NOT NULL PRIMARY KEY,
  incident_id INTEGER,
  mention_id  INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  article_id  INTEGER NOT NULL,
  seq         INTEGER NOT NULL CHECK (seq > 0),
  code        TEXT    NOT NULL REFERENCES attack_types (code),
  quote       TEXT    NOT NULL,
  start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte    INTEGER NOT NULL CHECK (end_byte > start_byte),
  start_char  INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
  UNIQUE (mention_id, seq),
  FOREIGN KEY (mention_id, incident_id) REFERENCES mentions (id, incident_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (mention_id, article_id) REFERENCES mentions (id, article_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX mention_attack_types_by_code ON mention_attack_types (code);
CREATE INDEX mention_attack_types_by_incident ON mention_attack_types (incident_id, code);
CREATE INDEX mention_attack_types_by_article ON mention_attack_types (article_id);

CREATE TABLE mention_weapons (
  id          INTEGER NOT NULL PRIMARY KEY,
  incident_id INTEGER,
  mention_id  INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  article_id  INTEGER NOT NULL,
  seq         INTEGER NOT NULL CHECK (seq > 0),
  code        TEXT    NOT NULL REFERENCES weapon_types (code),
  text        TEXT    NOT NULL,
  quote       TEXT    NOT NULL,
  start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte    INTEGER NOT NULL CHECK (end_byte > start_byte),
  start_char  INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
  UNIQUE (mention_id, seq),
  FOREIGN KEY (mention_id, incident_id) REFERENCES mentions (id, incident_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (mention_id, article_id) REFERENCES mentions (id, article_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX mention_weapons_by_code ON mention_weapons (code);
CREATE INDEX mention_weapons_by_incident ON mention_weapons (incident_id, code);
CREATE INDEX mention_weapons_by_article ON mention_weapons (article_id);

CREATE TABLE mention_targets (
  id          INTEGER NOT NULL PRIMARY KEY,
  incident_id INTEGER,
  mention_id  INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  article_id  INTEGER NOT NULL,
  seq         INTEGER NOT NULL CHECK (seq > 0),
  code        TEXT    NOT NULL REFERENCES target_types (code),
  kind        TEXT    NOT NULL CHECK (kind IN ('person', 'facility', 'vehicle', 'organization')),
  named       INTEGER NOT NULL CHECK (named IN (0, 1)),
  text        TEXT    NOT NULL,
  quote       TEXT    NOT NULL,
  start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte    INTEGER NOT NULL CHECK (end_byte > start_byte),
  start_char  INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
  UNIQUE (mention_id, seq),
  FOREIGN KEY (mention_id, incident_id) REFERENCES mentions (id, incident_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (mention_id, article_id) REFERENCES mentions (id, article_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX mention_targets_by_code ON mention_targets (code);
CREATE INDEX mention_targets_by_incident ON mention_targets (incident_id, code);
CREATE INDEX mention_targets_by_article ON mention_targets (article_id);
