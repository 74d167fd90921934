-- What every column means, loaded from seeds/reference/codebook.tsv.
CREATE TABLE codebook (
  "table" TEXT NOT NULL,
  "column" TEXT NOT NULL,
  meaning  TEXT NOT NULL CHECK (meaning <> ''),
  PRIMARY KEY ("table", "column")
) STRICT, WITHOUT ROWID;
