-- An article is its text and its publication date; every place where it was met is a source.
CREATE TABLE articles (
  id            INTEGER NOT NULL PRIMARY KEY,
  sha256        TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  format        TEXT    NOT NULL CHECK (format IN ('text', 'wiki', 'jsonl')),
  publisher     TEXT,
  title         TEXT,
  published_on  TEXT    CHECK (published_on GLOB '[0-9][0-9][0-9][0-9]'
                            OR published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'
                            OR (published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
                                AND published_on IS date(published_on))),
  language      TEXT    NOT NULL,
  text          TEXT    NOT NULL,
  status        TEXT    NOT NULL CHECK (status IN ('relevant', 'irrelevant', 'unreadable', 'superseded')),
  reason        TEXT,
  superseded_by INTEGER REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  extractor     TEXT    NOT NULL,
  ingested_at   TEXT    NOT NULL,
  CHECK ((status = 'superseded') = (superseded_by IS NOT NULL)),
  CHECK (superseded_by <> id)
) STRICT;

CREATE UNIQUE INDEX articles_identity ON articles (sha256, ifnull(published_on, ''));
CREATE INDEX articles_by_publication ON articles (published_on, publisher);
CREATE INDEX articles_by_status ON articles (status);
CREATE INDEX articles_by_extractor ON articles (extractor);
CREATE INDEX articles_by_successor ON articles (superseded_by);

CREATE TABLE article_sources (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  source_id  TEXT    NOT NULL,
  uri        TEXT    NOT NULL,
  PRIMARY KEY (article_id, source_id, uri)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_sources_by_uri ON article_sources (uri, source_id);
CREATE INDEX article_sources_by_id ON article_sources (source_id);
