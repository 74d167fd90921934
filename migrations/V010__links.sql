-- What was decided about two accounts, and why; rewritten by every link.
CREATE TABLE links (
  mention_a TEXT NOT NULL REFERENCES mentions (key) ON DELETE CASCADE ON UPDATE CASCADE,
  mention_b TEXT NOT NULL REFERENCES mentions (key) ON DELETE CASCADE ON UPDATE CASCADE,
  verdict   TEXT NOT NULL CHECK (verdict IN ('same', 'maybe', 'different')),
  score     REAL NOT NULL,
  reasons   TEXT NOT NULL CHECK (json_valid(reasons)),
  PRIMARY KEY (mention_a, mention_b),
  CHECK (mention_a < mention_b)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_by_second ON links (mention_b);
CREATE INDEX links_by_verdict ON links (verdict, score);
