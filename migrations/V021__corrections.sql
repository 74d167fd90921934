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

-- The totals of each convention as the accounts give them, before any correction.
CREATE VIEW derived_totals AS
SELECT convention, uid, incident_id, outcome, party, low, best, high, fills
FROM (
  SELECT convention, uid, incident_id, outcome, party, rank, number AS best, min(low) OVER whole AS low,
         max(coalesce(high, low)) OVER whole AS high,
         group_concat(CASE WHEN again = 1 THEN fill END, ' / ') OVER (
           PARTITION BY convention, uid, incident_id, outcome, party ORDER BY rank ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS fills
  FROM (SELECT u.convention, u.uid, u.incident_id, u.outcome, u.party, u.rank, u.number, u.low, u.high, u.fill,
               row_number() OVER (PARTITION BY u.convention, u.uid, u.incident_id, u.outcome, u.party, u.fill ORDER BY u.rank) AS again
        FROM convention_voices AS u)
  WINDOW whole AS (PARTITION BY convention, uid, incident_id, outcome, party ORDER BY rank ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
WHERE rank = 1;

-- The counts of an incident under `stated`, before any correction.
CREATE VIEW derived_figures AS
SELECT incident_id,
       max(low) FILTER (WHERE outcome = 'killed' AND party = 'victim') AS killed_low,
       max(best) FILTER (WHERE outcome = 'killed' AND party = 'victim') AS killed_best,
       max(high) FILTER (WHERE outcome = 'killed' AND party = 'victim') AS killed_high,
       max(low) FILTER (WHERE outcome = 'injured' AND party = 'victim') AS injured_low,
       max(best) FILTER (WHERE outcome = 'injured' AND party = 'victim') AS injured_best,
       max(high) FILTER (WHERE outcome = 'injured' AND party = 'victim') AS injured_high,
       max(low) FILTER (WHERE outcome = 'killed' AND party = 'perpetrator') AS perpetrators_killed_low,
       max(best) FILTER (WHERE outcome = 'killed' AND party = 'perpetrator') AS perpetrators_killed_best,
       max(high) FILTER (WHERE outcome = 'killed' AND party = 'perpetrator') AS perpetrators_killed_high
FROM derived_totals
WHERE convention = 'stated'
GROUP BY incident_id;

-- The corrected counts. One that was corrected to unknown is NULL, and `is_` says so.
CREATE VIEW corrected_totals AS
SELECT incident_id, iif(column_name LIKE 'injured%', 'injured', 'killed') AS outcome,
       iif(column_name LIKE 'perpetrators%', 'perpetrator', 'victim') AS party,
       max(column_name LIKE '%\_low' ESCAPE '\') AS is_low, max(CASE WHEN column_name LIKE '%\_low' ESCAPE '\' THEN CAST(value AS INTEGER) END) AS low,
       max(column_name LIKE '%\_best' ESCAPE '\') AS is_best, max(CASE WHEN column_name LIKE '%\_best' ESCAPE '\' THEN CAST(value AS INTEGER) END) AS best,
       max(column_name LIKE '%\_high' ESCAPE '\') AS is_high, max(CASE WHEN column_name LIKE '%\_high' ESCAPE '\' THEN CAST(value AS INTEGER) END) AS high
FROM incident_corrections
WHERE column_name IN ('killed_low', 'killed_best', 'killed_high', 'injured_low', 'injured_best', 'injured_high', 'perpetrators_killed_low', 'perpetrators_killed_best', 'perpetrators_killed_high')
GROUP BY 1, 2, 3;

DROP VIEW convention_totals;

-- Low, best and high of each outcome and party: what an analyst has set, else what the accounts come to. A correction is of
-- people killed or injured, whoever counts them: it holds under every convention.
CREATE VIEW convention_totals AS
SELECT d.convention, d.uid, d.incident_id, d.outcome, d.party, d.low, d.best, d.high, d.fills
FROM derived_totals AS d
WHERE NOT EXISTS (SELECT 1 FROM corrected_totals AS k WHERE k.incident_id = d.incident_id AND k.outcome = d.outcome AND k.party = d.party)
UNION ALL
SELECT convention, uid, incident_id, outcome, party, low, best, high,
       CASE WHEN low = high THEN '' || low WHEN high IS NULL THEN low || '-' WHEN low IS NULL THEN '-' || high ELSE low || '-' || high END
FROM (
  SELECT v.code AS convention, i.uid, k.incident_id, k.outcome, k.party, iif(k.is_low, k.low, d.low) AS low, iif(k.is_best, k.best, d.best) AS best,
         iif(k.is_high, k.high, d.high) AS high
  FROM corrected_totals AS k
  JOIN incidents AS i ON i.id = k.incident_id
  JOIN conventions AS v ON v.injuries OR k.outcome <> 'injured'
  LEFT JOIN derived_totals AS d ON d.convention = v.code AND d.incident_id = k.incident_id AND d.outcome = k.outcome AND d.party = k.party
);

DROP VIEW incident_overview;

-- What an incident is, without its counts. `corrections` names the cells that an analyst has set.
CREATE VIEW incident_overview AS
SELECT i.id AS incident_id, i.uid, i.title, i.date_start, i.date_end, i.date_precision, i.country_code, i.country, i.admin1, i.admin2,
       i.place, i.site, i.latitude, i.longitude, i.place_precision,
       CASE WHEN EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = i.id AND c.column_name = 'attack_types')
         THEN (SELECT c.value FROM incident_corrections AS c WHERE c.incident_id = i.id AND c.column_name = 'attack_types')
         ELSE (SELECT group_concat(code, '; ') FROM (
          SELECT t.code, t.code = i.attack_type AS leads FROM mention_attack_types AS t JOIN attack_types AS v ON v.code = t.code
          WHERE t.incident_id = i.id GROUP BY t.code
          ORDER BY leads DESC, count(DISTINCT t.article_id) DESC, v.position)) END AS attack_types,
       i.suicide, i.outcome,
       (SELECT group_concat(value, '; ') FROM (SELECT DISTINCT text AS value FROM mention_weapons WHERE incident_id = i.id ORDER BY text)) AS weapons,
       (SELECT group_concat(value, '; ') FROM (SELECT DISTINCT text AS value FROM mention_targets WHERE incident_id = i.id ORDER BY text)) AS targets,
       (SELECT group_concat(name || ' (' || attribution || ')', '; ') FROM (
          SELECT g.name,
                 CASE min(CASE d.attribution WHEN 'claimed' THEN 1 WHEN 'denied' THEN 2 WHEN 'accused_by_authorities' THEN 3
                                             WHEN 'accused' THEN 4 WHEN 'suspected' THEN 5 ELSE 6 END)
                   WHEN 1 THEN 'claimed' WHEN 2 THEN 'denied' WHEN 3 THEN 'accused_by_authorities'
                   WHEN 4 THEN 'accused' WHEN 5 THEN 'suspected' ELSE 'stated' END AS attribution
          FROM mention_groups AS d JOIN groups AS g ON g.id = d.group_id
          WHERE d.incident_id = i.id AND d.role = 'perpetrator' GROUP BY d.group_id
          ORDER BY attribution <> 'claimed', count(DISTINCT d.article_id) DESC, g.name)) AS groups,
       i.claim_status,
       (SELECT count(DISTINCT m.article_id) FROM mentions AS m WHERE m.incident_id = i.id) AS articles,
       (SELECT count(DISTINCT ifnull(c.voice_id, m.article_id)) FROM mentions AS m
        LEFT JOIN incident_voices AS c ON c.incident_id = m.incident_id AND c.article_id = m.article_id
        WHERE m.incident_id = i.id) AS voices,
       (SELECT min(a.published_on) FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE m.incident_id = i.id) AS first_published,
       (SELECT max(a.published_on) FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE m.incident_id = i.id) AS last_published,
       (SELECT group_concat(column_name, '; ') FROM (
          SELECT column_name FROM incident_corrections WHERE incident_id = i.id ORDER BY column_name)) AS corrections
FROM incidents AS i;

DROP VIEW incident_summary;

-- One row an incident: the view to open first. Victims, as the articles count them.
CREATE VIEW incident_summary AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.corrections, o.incident_id
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'stated';

DROP VIEW incident_summary_gtd;

-- As the Global Terrorism Database counts: victims and attackers together, the attackers also apart.
CREATE VIEW incident_summary_gtd AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.corrections, o.incident_id
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'gtd';

DROP VIEW incident_summary_acled;

-- As ACLED counts: everyone who died, the lowest number until it is corroborated, 0 where nothing is said; no injuries.
CREATE VIEW incident_summary_acled AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.corrections, o.incident_id
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'acled';

DROP VIEW incident_summary_ucdp;

-- As UCDP counts: everyone who died, low, best and high; only incidents in which somebody died.
CREATE VIEW incident_summary_ucdp AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.corrections, o.incident_id
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'ucdp'
  AND (n.killed_best > 0 OR n.killed_best IS NULL AND EXISTS (
    SELECT 1 FROM casualties AS c WHERE c.incident_id = o.incident_id AND c.outcome = 'killed' AND c.party IN ('victim', 'perpetrator')
      AND c.scope = 'attack' AND c.standing IN ('stands', 'summed', 'disputed') AND c.qualifier = 'vague'));

DROP VIEW incident_summary_muc4;

-- As MUC-4 fills its slots: targets only, ranges, and the fill as it would be written.
CREATE VIEW incident_summary_muc4 AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.corrections, o.incident_id,
       coalesce(n.killed_fills, CASE WHEN EXISTS (
         SELECT 1 FROM casualties AS c WHERE c.incident_id = o.incident_id AND c.outcome = 'killed' AND c.party = 'victim' AND c.scope = 'attack'
           AND c.standing IN ('stands', 'summed', 'disputed') AND c.qualifier = 'vague') THEN 'PLURAL' ELSE '-' END) AS killed_fill,
       coalesce(n.injured_fills, CASE WHEN EXISTS (
         SELECT 1 FROM casualties AS c WHERE c.incident_id = o.incident_id AND c.outcome = 'injured' AND c.party = 'victim' AND c.scope = 'attack'
           AND c.standing IN ('stands', 'summed', 'disputed') AND c.qualifier = 'vague') THEN 'PLURAL' ELSE '-' END) AS injured_fill
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'muc4';

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
