-- Every assertion about an incident, with the one who makes it.
CREATE TABLE claims (
  id                INTEGER NOT NULL PRIMARY KEY,
  incident_id       INTEGER,
  mention_id        INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  article_id        INTEGER NOT NULL,
  kind              TEXT    NOT NULL CHECK (kind IN ('responsibility', 'denial', 'no_claim', 'suspicion', 'accusation', 'counter_accusation',
                              'identity', 'motive', 'figure', 'capture', 'other')),
  claimant          TEXT,
  claimant_kind     TEXT    NOT NULL CHECK (claimant_kind IN ('narrator', 'police', 'military', 'government', 'hospital', 'rescue',
                              'perpetrator', 'witness', 'media', 'infobox', 'other')),
  claimant_group_id INTEGER REFERENCES groups (id),
  about             TEXT,
  about_group_id    INTEGER REFERENCES groups (id),
  low               INTEGER CHECK (low >= 0),
  high              INTEGER CHECK (high >= 0),
  quote             TEXT    NOT NULL,
  start_byte        INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte          INTEGER NOT NULL CHECK (end_byte > start_byte),
  start_char        INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
  rule              TEXT    NOT NULL,
  CHECK (low <= high),
  FOREIGN KEY (mention_id, incident_id) REFERENCES mentions (id, incident_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (mention_id, article_id) REFERENCES mentions (id, article_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX claims_by_mention ON claims (mention_id, kind);
CREATE INDEX claims_by_incident ON claims (incident_id, kind);
CREATE INDEX claims_by_article ON claims (article_id);
CREATE INDEX claims_by_claimant ON claims (claimant_group_id);
CREATE INDEX claims_by_subject ON claims (about_group_id);
