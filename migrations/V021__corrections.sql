-- The analyst's corrections: a decision of the log is the truth, the rows here are derived from it by every link.

-- What the accounts came to when a correction was made: where they come to something else later, a person looks again.
ALTER TABLE decisions ADD COLUMN derived_value TEXT;

-- The corrections in force, a row a cell of incident_summary. `derived` is what the accounts come to now.
CREATE TABLE incident_corrections (
  incident_id INTEGER NOT NULL REFERENCES incidents (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  column_name TEXT    NOT NULL CHECK (column_name <> ''),
  value       TEXT,
  derived     TEXT,
  is_stale    INTEGER NOT NULL CHECK (is_stale IN (0, 1)),
  decision_id INTEGER NOT NULL REFERENCES decisions (id),
  PRIMARY KEY (incident_id, column_name)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_corrections_by_decision ON incident_corrections (decision_id);

-- The counts of an incident as its accounts give them, before any correction.
CREATE VIEW derived_figures AS
SELECT i.id AS incident_id,
       (SELECT min(t.killed_low) FROM mention_totals AS t WHERE t.incident_id = i.id) AS killed_low,
       (SELECT coalesce(t.killed_low, t.killed_high) FROM mention_totals AS t
        JOIN mentions AS m ON m.id = t.mention_id JOIN articles AS a ON a.id = m.article_id
        WHERE m.incident_id = i.id AND coalesce(t.killed_low, t.killed_high) IS NOT NULL
        ORDER BY a.published_on DESC, m.is_primary DESC, coalesce(t.killed_low, t.killed_high) DESC, m.key LIMIT 1) AS killed_best,
       (SELECT max(coalesce(t.killed_high, t.killed_low)) FROM mention_totals AS t WHERE t.incident_id = i.id) AS killed_high,
       (SELECT min(t.injured_low) FROM mention_totals AS t WHERE t.incident_id = i.id) AS injured_low,
       (SELECT coalesce(t.injured_low, t.injured_high) FROM mention_totals AS t
        JOIN mentions AS m ON m.id = t.mention_id JOIN articles AS a ON a.id = m.article_id
        WHERE m.incident_id = i.id AND coalesce(t.injured_low, t.injured_high) IS NOT NULL
        ORDER BY a.published_on DESC, m.is_primary DESC, coalesce(t.injured_low, t.injured_high) DESC, m.key LIMIT 1) AS injured_best,
       (SELECT max(coalesce(t.injured_high, t.injured_low)) FROM mention_totals AS t WHERE t.incident_id = i.id) AS injured_high,
       (SELECT min(t.perpetrators_killed_low) FROM mention_totals AS t WHERE t.incident_id = i.id) AS perpetrators_killed_low,
       (SELECT coalesce(t.perpetrators_killed_low, t.perpetrators_killed_high) FROM mention_totals AS t
        JOIN mentions AS m ON m.id = t.mention_id JOIN articles AS a ON a.id = m.article_id
        WHERE m.incident_id = i.id AND coalesce(t.perpetrators_killed_low, t.perpetrators_killed_high) IS NOT NULL
        ORDER BY a.published_on DESC, m.is_primary DESC, coalesce(t.perpetrators_killed_low, t.perpetrators_killed_high) DESC, m.key
        LIMIT 1) AS perpetrators_killed_best,
       (SELECT max(coalesce(t.perpetrators_killed_high, t.perpetrators_killed_low)) FROM mention_totals AS t WHERE t.incident_id = i.id)
         AS perpetrators_killed_high
FROM incidents AS i;

-- The corrected counts, a row an incident that has any. A count corrected to unknown is NULL and `is_` says so.
CREATE VIEW corrected_figures AS
SELECT incident_id,
       max(CASE column_name WHEN 'killed_low' THEN CAST(value AS INTEGER) END) AS killed_low,
       max(column_name = 'killed_low') AS is_killed_low,
       max(CASE column_name WHEN 'killed_best' THEN CAST(value AS INTEGER) END) AS killed_best,
       max(column_name = 'killed_best') AS is_killed_best,
       max(CASE column_name WHEN 'killed_high' THEN CAST(value AS INTEGER) END) AS killed_high,
       max(column_name = 'killed_high') AS is_killed_high,
       max(CASE column_name WHEN 'injured_low' THEN CAST(value AS INTEGER) END) AS injured_low,
       max(column_name = 'injured_low') AS is_injured_low,
       max(CASE column_name WHEN 'injured_best' THEN CAST(value AS INTEGER) END) AS injured_best,
       max(column_name = 'injured_best') AS is_injured_best,
       max(CASE column_name WHEN 'injured_high' THEN CAST(value AS INTEGER) END) AS injured_high,
       max(column_name = 'injured_high') AS is_injured_high,
       max(CASE column_name WHEN 'perpetrators_killed_low' THEN CAST(value AS INTEGER) END) AS perpetrators_killed_low,
       max(column_name = 'perpetrators_killed_low') AS is_perpetrators_killed_low,
       max(CASE column_name WHEN 'perpetrators_killed_best' THEN CAST(value AS INTEGER) END) AS perpetrators_killed_best,
       max(column_name = 'perpetrators_killed_best') AS is_perpetrators_killed_best,
       max(CASE column_name WHEN 'perpetrators_killed_high' THEN CAST(value AS INTEGER) END) AS perpetrators_killed_high,
       max(column_name = 'perpetrators_killed_high') AS is_perpetrators_killed_high
FROM incident_corrections
GROUP BY incident_id;

-- Attack types with the incident's own first, as the accounts or an analyst have them.
CREATE VIEW incident_types AS
SELECT i.id AS incident_id,
       CASE WHEN c.incident_id IS NOT NULL THEN c.value ELSE
         (SELECT group_concat(code, '; ') FROM (
            SELECT t.code FROM mention_attack_types AS t JOIN attack_types AS v ON v.code = t.code
            WHERE t.incident_id = i.id GROUP BY t.code
            ORDER BY t.code = i.attack_type DESC, count(DISTINCT t.article_id) DESC, v.position)) END AS attack_types
FROM incidents AS i
LEFT JOIN incident_corrections AS c ON c.incident_id = i.id AND c.column_name = 'attack_types';

DROP VIEW incident_summary;

-- One row an incident: the view to open first. `corrections` names the cells that an analyst has set.
-- Counts follow the convention `stated`: low is the smallest victim toll of any account, high the largest, best that of
-- the account published last (its primary subject before history; then the larger).
CREATE VIEW incident_summary AS
SELECT i.uid, i.title, i.date_start, i.date_end, i.date_precision, i.country_code, i.country, i.admin1, i.admin2, i.place, i.site,
       i.latitude, i.longitude, i.place_precision,
       (SELECT t.attack_types FROM incident_types AS t WHERE t.incident_id = i.id) AS attack_types,
       i.suicide, i.outcome,
       (SELECT group_concat(value, '; ') FROM (SELECT DISTINCT text AS value FROM mention_weapons WHERE incident_id = i.id ORDER BY text)) AS weapons,
       (SELECT group_concat(value, '; ') FROM (SELECT DISTINCT text AS value FROM mention_targets WHERE incident_id = i.id ORDER BY text)) AS targets,
       (SELECT group_concat(name || ' (' || attribution || ')', '; ')
        FROM (SELECT name, attribution FROM incident_groups WHERE incident_id = i.id AND role = 'perpetrator'
              ORDER BY attribution <> 'claimed', articles DESC, name)) AS groups,
       i.claim_status,
       iif(k.is_killed_low, k.killed_low, f.killed_low) AS killed_low,
       iif(k.is_killed_best, k.killed_best, f.killed_best) AS killed_best,
       iif(k.is_killed_high, k.killed_high, f.killed_high) AS killed_high,
       iif(k.is_injured_low, k.injured_low, f.injured_low) AS injured_low,
       iif(k.is_injured_best, k.injured_best, f.injured_best) AS injured_best,
       iif(k.is_injured_high, k.injured_high, f.injured_high) AS injured_high,
       iif(k.is_perpetrators_killed_low, k.perpetrators_killed_low, f.perpetrators_killed_low) AS perpetrators_killed_low,
       iif(k.is_perpetrators_killed_best, k.perpetrators_killed_best, f.perpetrators_killed_best) AS perpetrators_killed_best,
       iif(k.is_perpetrators_killed_high, k.perpetrators_killed_high, f.perpetrators_killed_high) AS perpetrators_killed_high,
       (SELECT count(DISTINCT m.article_id) FROM mentions AS m WHERE m.incident_id = i.id) AS articles,
       (SELECT min(a.published_on) FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE m.incident_id = i.id) AS first_published,
       (SELECT max(a.published_on) FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE m.incident_id = i.id) AS last_published,
       (SELECT group_concat(column_name, '; ') FROM (
          SELECT column_name FROM incident_corrections WHERE incident_id = i.id ORDER BY column_name)) AS corrections,
       i.id AS incident_id
FROM incidents AS i
JOIN derived_figures AS f ON f.incident_id = i.id
LEFT JOIN corrected_figures AS k ON k.incident_id = i.id;

DROP VIEW review_queue;

-- What needs a person, the most doubtful first? Corrections that a new text speaks against, accounts that may be one
-- incident, figures that disagree, incidents without a date or place. What an analyst has set is no question any more.
CREATE VIEW review_queue AS
SELECT 'correction' AS question, i.uid AS uid, NULL AS other_uid, d.column_name AS about, 1.0 AS doubt, NULL AS score, NULL AS reasons,
       d.new_value AS value, group_concat(c.derived, ' ') AS other_value, NULL AS quote, NULL AS other_quote, NULL AS mention,
       NULL AS other_mention
FROM incident_corrections AS c
JOIN incidents AS i ON i.id = c.incident_id
JOIN decisions AS d ON d.id = c.decision_id
WHERE c.is_stale = 1
GROUP BY c.decision_id
UNION ALL
-- from the threshold of `maybe` to that of `same` and beyond, where only a third account keeps the two apart
SELECT 'same_incident', ia.uid, ib.uid, NULL, round(min(0.95, 0.6 + 0.25 * (l.score - 2.6)), 3), l.score, l.reasons, NULL, NULL,
       a.quote, b.quote, l.mention_a, l.mention_b
FROM links AS l
JOIN mentions AS a ON a.key = l.mention_a
JOIN mentions AS b ON b.key = l.mention_b
JOIN incidents AS ia ON ia.id = a.incident_id
JOIN incidents AS ib ON ib.id = b.incident_id
WHERE l.verdict = 'maybe' AND a.incident_id <> b.incident_id
UNION ALL
-- the wider apart, the more doubtful
SELECT 'figures', f.uid, NULL, f.outcome || '_best', round(0.3 + 0.6 * (max(coalesce(f.high, f.low)) - min(coalesce(f.low, f.high)))
         / max(1.0, max(coalesce(f.high, f.low))), 3),
       NULL, NULL, CAST(min(coalesce(f.low, f.high)) AS TEXT), CAST(max(coalesce(f.high, f.low)) AS TEXT), NULL, NULL, NULL, NULL
FROM conflicting_figures AS f
WHERE NOT EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = f.incident_id AND c.column_name = f.outcome || '_best')
GROUP BY f.incident_id, f.outcome
UNION ALL
SELECT 'when', i.uid, NULL, 'date', 0.5, NULL, NULL, NULL, NULL, m.quote, NULL, m.key, NULL
FROM incidents AS i
JOIN mentions AS m ON m.id = (SELECT f.id FROM mentions AS f WHERE f.incident_id = i.id ORDER BY f.is_primary DESC, f.key LIMIT 1)
WHERE i.date_start IS NULL
  AND NOT EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = i.id AND c.column_name = 'date_start')
UNION ALL
SELECT 'where', i.uid, NULL, 'place', 0.4, NULL, NULL, NULL, NULL, m.quote, NULL, m.key, NULL
FROM incidents AS i
JOIN mentions AS m ON m.id = (SELECT f.id FROM mentions AS f WHERE f.incident_id = i.id ORDER BY f.is_primary DESC, f.key LIMIT 1)
WHERE i.country_code IS NULL AND i.place IS NULL
  AND NOT EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = i.id AND c.column_name IN ('place', 'country'));
