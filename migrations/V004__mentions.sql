-- One article's account of one incident. `key` outlives a re-reading; decisions and links refer to it.
-- `incident_id` is null until the account is linked, and again once its article is superseded.
CREATE TABLE mentions (
  id               INTEGER NOT NULL PRIMARY KEY,
  key              TEXT    NOT NULL UNIQUE CHECK (key <> ''),
  article_id       INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  incident_id      INTEGER REFERENCES incidents (id) DEFERRABLE INITIALLY DEFERRED,
  is_primary       INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
  date_start       TEXT    CHECK (date_start IS date(date_start)),
  date_end         TEXT    CHECK (date_end IS date(date_end)),
  date_precision   TEXT    CHECK (date_precision IN ('day', 'range', 'month', 'year')),
  date_basis       TEXT    CHECK (date_basis IN ('stated', 'relative', 'dateline', 'published', 'inferred')),
  date_quote       TEXT,
  date_start_byte  INTEGER CHECK (date_start_byte >= 0),
  date_end_byte    INTEGER CHECK (date_end_byte >= date_start_byte),
  country_code     TEXT    CHECK (country_code GLOB '[A-Z][A-Z]'),
  country          TEXT,
  admin1           TEXT,
  admin2           TEXT,
  place            TEXT,
  place_text       TEXT,
  site             TEXT,
  latitude         REAL    CHECK (latitude BETWEEN -90 AND 90),
  longitude        REAL    CHECK (longitude BETWEEN -180 AND 180),
  place_precision  TEXT    CHECK (place_precision IN ('site', 'place', 'admin2', 'admin1', 'country')),
  place_quote      TEXT,
  place_start_byte INTEGER CHECK (place_start_byte >= 0),
  place_end_byte   INTEGER CHECK (place_end_byte >= place_start_byte),
  outcome          TEXT    NOT NULL CHECK (outcome IN ('completed', 'attempted', 'foiled', 'threatened')),
  suicide          INTEGER NOT NULL CHECK (suicide IN (0, 1)),
  claim_status     TEXT    NOT NULL CHECK (claim_status IN ('claimed', 'denied', 'none_yet', 'not_mentioned')),
  quote            TEXT    NOT NULL,
  start_byte       INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte         INTEGER NOT NULL CHECK (end_byte >= start_byte),
  start_char       INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
  CHECK (date_start <= date_end),
  CHECK ((date_start IS NULL) = (date_end IS NULL) AND (date_start IS NULL) = (date_precision IS NULL)
     AND (date_start IS NULL) = (date_basis IS NULL) AND (date_start IS NULL) = (date_quote IS NULL)
     AND (date_start IS NULL) = (date_start_byte IS NULL) AND (date_start IS NULL) = (date_end_byte IS NULL)),
  CHECK ((place_quote IS NULL) = (place_start_byte IS NULL) AND (place_quote IS NULL) = (place_end_byte IS NULL)),
  CHECK (place_quote IS NOT NULL OR (country_code IS NULL AND country IS NULL AND admin1 IS NULL AND place IS NULL)),
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  UNIQUE (id, incident_id),
  UNIQUE (id, article_id)
) STRICT;

CREATE INDEX mentions_by_article ON mentions (article_id, start_byte);
CREATE INDEX mentions_by_incident ON mentions (incident_id);
CREATE INDEX mentions_by_date ON mentions (date_start, country_code);
