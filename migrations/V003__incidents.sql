-- Incidents are derived from mentions, again and again; only the uid is given once.
CREATE TABLE incidents (
  id              INTEGER NOT NULL PRIMARY KEY,
  uid             TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
  title           TEXT    NOT NULL,
  date_start      TEXT    CHECK (date_start IS date(date_start)),
  date_end        TEXT    CHECK (date_end IS date(date_end)),
  date_precision  TEXT    CHECK (date_precision IN ('day', 'range', 'month', 'year')),
  country_code    TEXT    CHECK (country_code GLOB '[A-Z][A-Z]'),
  country         TEXT,
  admin1          TEXT,
  admin2          TEXT,
  place           TEXT,
  site            TEXT,
  latitude        REAL    CHECK (latitude BETWEEN -90 AND 90),
  longitude       REAL    CHECK (longitude BETWEEN -180 AND 180),
  place_precision TEXT    CHECK (place_precision IN ('site', 'place', 'admin2', 'admin1', 'country')),
  attack_type     TEXT    REFERENCES attack_types (code),
  suicide         INTEGER NOT NULL CHECK (suicide IN (0, 1)),
  outcome         TEXT    NOT NULL CHECK (outcome IN ('completed', 'attempted', 'foiled', 'threatened')),
  claim_status    TEXT    NOT NULL CHECK (claim_status IN ('claimed', 'denied', 'none_yet', 'not_mentioned')),
  CHECK (date_start <= date_end),
  CHECK ((date_start IS NULL) = (date_end IS NULL) AND (date_start IS NULL) = (date_precision IS NULL)),
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE INDEX incidents_by_date ON incidents (date_start, date_end);
CREATE INDEX incidents_by_place ON incidents (country_code, admin1, place);
CREATE INDEX incidents_by_attack_type ON incidents (attack_type);

-- Every uid ever given, so that an old one still leads home; a uid is never given twice.
CREATE TABLE incident_uids (
  uid         TEXT    NOT NULL PRIMARY KEY,
  incident_id INTEGER REFERENCES incidents (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_uids_by_incident ON incident_uids (incident_id);
