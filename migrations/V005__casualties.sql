-- Every stated number of people, as a row that is never altered by what else is said.
CREATE TABLE casualties (
  id                    INTEGER NOT NULL PRIMARY KEY,
  incident_id           INTEGER,
  mention_id            INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  article_id            INTEGER NOT NULL,
  seq                   INTEGER NOT NULL CHECK (seq > 0),
  outcome               TEXT    NOT NULL CHECK (outcome IN ('killed', 'injured', 'missing', 'abducted', 'captured', 'released', 'displaced')),
  party                 TEXT    NOT NULL CHECK (party IN ('victim', 'perpetrator', 'responder', 'bystander', 'unknown')),
  population            TEXT    NOT NULL CHECK (population IN ('police', 'military', 'paramilitary', 'civilian', 'militant', 'official',
                                  'religious', 'journalist', 'aid_worker', 'health', 'teacher', 'student', 'children', 'women',
                                  'foreigner', 'mixed', 'unknown')),
  low                   INTEGER CHECK (low >= 0),
  high                  INTEGER CHECK (high >= 0),
  qualifier             TEXT    NOT NULL CHECK (qualifier IN ('exact', 'at_least', 'more_than', 'at_most', 'less_than', 'about', 'range', 'vague', 'none')),
  scope                 TEXT    NOT NULL CHECK (scope IN ('attack', 'response', 'background', 'cumulative')),
  extent                TEXT    NOT NULL CHECK (extent IN ('total', 'part')),
  standing              TEXT    NOT NULL CHECK (standing IN ('stands', 'superseded', 'restated', 'summed', 'disputed')),
  includes_perpetrators INTEGER CHECK (includes_perpetrators IN (0, 1)),
  reported_by           TEXT,
  reported_by_kind      TEXT    NOT NULL CHECK (reported_by_kind IN ('narrator', 'police', 'military', 'government', 'hospital', 'rescue',
                                  'perpetrator', 'witness', 'media', 'infobox', 'other')),
  words                 TEXT    NOT NULL,
  quote                 TEXT    NOT NULL,
  start_byte            INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte              INTEGER NOT NULL CHECK (end_byte > start_byte),
  start_char            INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
  rule                  TEXT    NOT NULL,
  CHECK (low <= high),
  UNIQUE (mention_id, seq),
  FOREIGN KEY (mention_id, incident_id) REFERENCES mentions (id, incident_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (mention_id, article_id) REFERENCES mentions (id, article_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX casualties_by_mention ON casualties (mention_id, outcome, party);
CREATE INDEX casualties_by_incident ON casualties (incident_id, outcome, party, scope);
CREATE INDEX casualties_by_article ON casualties (article_id);
