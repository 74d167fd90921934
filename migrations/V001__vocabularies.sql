-- The coded words: each row is a code of the contract with its code in the field's own codebooks.
-- `origin` tells who put the row there: 'seed' is renewed with the program, 'user' never touched.
PRAGMA application_id = 1885958245; -- "pipe": tells this file from any other SQLite file

CREATE TABLE seed_loads (
  name   TEXT NOT NULL PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT, WITHOUT ROWID;

CREATE TABLE attack_types (
  code                 TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
  position             INTEGER NOT NULL CHECK (position > 0),
  label                TEXT    NOT NULL CHECK (label <> ''),
  gtd_code             INTEGER CHECK (gtd_code BETWEEN 1 AND 9),
  gtd_text             TEXT,
  acled_event_type     TEXT,
  acled_sub_event_type TEXT,
  origin               TEXT    NOT NULL DEFAULT 'user' CHECK (origin IN ('seed', 'user', 'learned'))
) STRICT, WITHOUT ROWID;

CREATE TABLE weapon_types (
  code      TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
  position  INTEGER NOT NULL CHECK (position > 0),
  label     TEXT    NOT NULL CHECK (label <> ''),
  gtd_code  INTEGER CHECK (gtd_code BETWEEN 1 AND 13),
  gtd_text  TEXT,
  origin    TEXT    NOT NULL DEFAULT 'user' CHECK (origin IN ('seed', 'user', 'learned'))
) STRICT, WITHOUT ROWID;

CREATE TABLE weapon_subtypes (
  gtd_code    INTEGER NOT NULL PRIMARY KEY CHECK (gtd_code BETWEEN 1 AND 31),
  label       TEXT    NOT NULL CHECK (label <> ''),
  weapon_type TEXT    NOT NULL REFERENCES weapon_types (code),
  origin      TEXT    NOT NULL DEFAULT 'user' CHECK (origin IN ('seed', 'user', 'learned'))
) STRICT;

CREATE TABLE target_types (
  code      TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
  position  INTEGER NOT NULL CHECK (position > 0),
  label     TEXT    NOT NULL CHECK (label <> ''),
  gtd_code  INTEGER CHECK (gtd_code BETWEEN 1 AND 22),
  gtd_text  TEXT,
  acled_note TEXT,
  origin    TEXT    NOT NULL DEFAULT 'user' CHECK (origin IN ('seed', 'user', 'learned'))
) STRICT, WITHOUT ROWID;

CREATE TABLE countries (
  code      TEXT NOT NULL PRIMARY KEY CHECK (code GLOB '[A-Z][A-Z]'),
  code3     TEXT CHECK (code3 GLOB '[A-Z][A-Z][A-Z]'),
  name      TEXT NOT NULL CHECK (name <> ''),
  capital   TEXT,
  continent TEXT,
  origin    TEXT NOT NULL DEFAULT 'user' CHECK (origin IN ('seed', 'user', 'learned'))
) STRICT, WITHOUT ROWID;
