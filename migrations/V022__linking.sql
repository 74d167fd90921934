-- What linking remembers, so that one more article is linked without reading all others again. All of it follows from
-- the mentions and is written anew by `pipeline link`.

-- Under what an account can be found: keys in common, in the order of time, with two small filters.
CREATE TABLE link_keys (
  key        INTEGER NOT NULL,
  first      INTEGER NOT NULL,
  mention_id INTEGER NOT NULL,
  last       INTEGER NOT NULL,
  marks      INTEGER NOT NULL,
  singles    INTEGER NOT NULL,
  names      INTEGER NOT NULL,
  PRIMARY KEY (key, first, mention_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_keys_by_mention ON link_keys (mention_id);

-- Accounts that come near one another, from both sides, the nearest first.
CREATE TABLE link_pairs (
  mention_id INTEGER NOT NULL,
  score      REAL    NOT NULL,
  other_id   INTEGER NOT NULL,
  PRIMARY KEY (mention_id, score DESC, other_id)
) STRICT, WITHOUT ROWID;

-- Which accounts hold together by what they say; `core` is the lowest id among them. `looks`: it does not name its day.
CREATE TABLE link_cores (
  mention_id INTEGER NOT NULL PRIMARY KEY,
  core       INTEGER NOT NULL,
  looks      INTEGER NOT NULL CHECK (looks IN (0, 1))
) STRICT;

CREATE INDEX link_cores_by_core ON link_cores (core);

-- What is still to be linked: accounts that are new or changed, those near one that went, incidents that lost one.
-- Written in the transaction that changes them, so that a link that was cut short is caught up with.
CREATE TABLE link_queue (
  kind TEXT    NOT NULL CHECK (kind IN ('fresh', 'disturbed', 'incident')),
  id   INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- The last decision of an analyst that linking has heard, the last group that it has tied claims to.
CREATE TABLE link_state (
  one           INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  last_decision INTEGER NOT NULL,
  last_group    INTEGER NOT NULL
) STRICT;

INSERT INTO link_state VALUES (1, 0, 0);
INSERT INTO link_queue SELECT 'fresh', id FROM mentions;

CREATE TRIGGER mention_is_to_be_linked AFTER INSERT ON mentions
BEGIN
  INSERT OR IGNORE INTO link_queue VALUES ('fresh', NEW.id);
END;

CREATE TRIGGER mention_changes AFTER UPDATE OF is_primary, date_start, date_end, date_precision, date_basis, country_code, country, admin1,
  admin2, place, place_text, site, latitude, longitude, place_precision, outcome, suicide, claim_status ON mentions
BEGIN
  INSERT OR IGNORE INTO link_queue VALUES ('fresh', NEW.id);
END;

CREATE TRIGGER article_counts_or_not AFTER UPDATE OF status ON articles WHEN OLD.status <> NEW.status
BEGIN
  INSERT OR IGNORE INTO link_queue SELECT 'fresh', id FROM mentions WHERE article_id = NEW.id;
END;

CREATE TRIGGER figure_changes AFTER UPDATE OF outcome, party, low, high, scope, extent, standing, includes_perpetrators, reported_by_kind ON casualties
BEGIN
  INSERT OR IGNORE INTO link_queue VALUES ('fresh', NEW.mention_id);
END;

CREATE TRIGGER group_changes AFTER UPDATE OF group_id, role, attribution ON mention_groups
BEGIN
  INSERT OR IGNORE INTO link_queue VALUES ('fresh', NEW.mention_id);
END;

CREATE TRIGGER attack_type_changes AFTER UPDATE OF code ON mention_attack_types
BEGIN
  INSERT OR IGNORE INTO link_queue VALUES ('fresh', NEW.mention_id);
END;

CREATE TRIGGER target_changes AFTER UPDATE OF code, text ON mention_targets
BEGIN
  INSERT OR IGNORE INTO link_queue VALUES ('fresh', NEW.mention_id);
END;

CREATE TRIGGER mention_goes BEFORE DELETE ON mentions
BEGIN
  INSERT OR IGNORE INTO link_queue SELECT 'disturbed', other_id FROM link_pairs WHERE mention_id = OLD.id;
  INSERT OR IGNORE INTO link_queue
    SELECT 'disturbed', mention_id FROM link_cores WHERE core = (SELECT core FROM link_cores WHERE mention_id = OLD.id);
  INSERT OR IGNORE INTO link_queue SELECT 'disturbed', id FROM mentions WHERE incident_id = OLD.incident_id;
  INSERT OR IGNORE INTO link_queue SELECT 'incident', OLD.incident_id WHERE OLD.incident_id IS NOT NULL;
  DELETE FROM link_pairs WHERE (mention_id, score, other_id) IN (SELECT other_id, score, mention_id FROM link_pairs WHERE mention_id = OLD.id);
  DELETE FROM link_pairs WHERE mention_id = OLD.id;
  DELETE FROM link_keys WHERE mention_id = OLD.id;
  DELETE FROM link_cores WHERE mention_id = OLD.id;
  DELETE FROM link_queue WHERE id = OLD.id AND kind <> 'incident';
END;

-- Claims whose speaker or subject is no known group yet: looked at again whenever a name is learned.
CREATE INDEX claims_by_unknown_claimant ON claims (claimant) WHERE claimant_group_id IS NULL;
CREATE INDEX claims_by_unknown_subject ON claims (about) WHERE about_group_id IS NULL;
