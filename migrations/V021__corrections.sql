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
FROM convention_totals
WHERE convention = 'stated'
GROUP BY incident_id;

DROP VIEW convention_counts;

-- One row an incident and convention: what an analyst has set, else what the accounts come to. A correction is of victims or of
-- attackers, whoever counts them: it holds under every convention, which then adds or leaves out as it does. Injuries stay
-- blank where a convention records none.
CREATE VIEW convention_counts AS
SELECT n.convention, n.uid, n.incident_id,
       CASE WHEN v.dead_attackers THEN coalesce(killed_low + attackers_killed_low, killed_low, attackers_killed_low, v.nothing_said)
            ELSE ifnull(killed_low, v.nothing_said) END AS killed_low,
       CASE WHEN v.dead_attackers THEN coalesce(killed_best + attackers_killed_best, killed_best, attackers_killed_best, v.nothing_said)
            ELSE ifnull(killed_best, v.nothing_said) END AS killed_best,
       CASE WHEN v.dead_attackers THEN coalesce(killed_high + attackers_killed_high, killed_high, attackers_killed_high, v.nothing_said)
            ELSE ifnull(killed_high, v.nothing_said) END AS killed_high,
       killed_fills,
       CASE WHEN NOT v.injuries THEN NULL
            WHEN v.dead_attackers THEN coalesce(injured_low + attackers_injured_low, injured_low, attackers_injured_low)
            ELSE injured_low END AS injured_low,
       CASE WHEN NOT v.injuries THEN NULL
            WHEN v.dead_attackers THEN coalesce(injured_best + attackers_injured_best, injured_best, attackers_injured_best)
            ELSE injured_best END AS injured_best,
       CASE WHEN NOT v.injuries THEN NULL
            WHEN v.dead_attackers THEN coalesce(injured_high + attackers_injured_high, injured_high, attackers_injured_high)
            ELSE injured_high END AS injured_high,
       CASE WHEN v.injuries THEN injured_fills END AS injured_fills,
       CASE WHEN v.attackers_apart THEN attackers_killed_low END AS perpetrators_killed_low,
       CASE WHEN v.attackers_apart THEN attackers_killed_best END AS perpetrators_killed_best,
       CASE WHEN v.attackers_apart THEN attackers_killed_high END AS perpetrators_killed_high
FROM (
  SELECT t.convention, t.uid, t.incident_id, t.outcome,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'killed_low'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'killed_low'), t.killed_low) AS killed_low,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'killed_best'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'killed_best'), t.killed_best) AS killed_best,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'killed_high'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'killed_high'), t.killed_high) AS killed_high,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'injured_low'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'injured_low'), t.injured_low) AS injured_low,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'injured_best'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'injured_best'), t.injured_best) AS injured_best,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'injured_high'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'injured_high'), t.injured_high) AS injured_high,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'perpetrators_killed_low'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'perpetrators_killed_low'), t.attackers_killed_low) AS attackers_killed_low,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'perpetrators_killed_best'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'perpetrators_killed_best'), t.attackers_killed_best) AS attackers_killed_best,
         iif(EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'perpetrators_killed_high'),
             (SELECT CAST(c.value AS INTEGER) FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name = 'perpetrators_killed_high'), t.attackers_killed_high) AS attackers_killed_high,
         CASE WHEN EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name IN ('killed_low', 'killed_best', 'killed_high'))
           THEN (SELECT CASE WHEN low = high THEN '' || low WHEN low IS NULL AND high IS NULL THEN NULL WHEN high IS NULL THEN low || '-'
                             WHEN low IS NULL THEN '-' || high ELSE low || '-' || high END
                 FROM (SELECT iif(total(c.column_name = 'killed_low') > 0, max(CASE WHEN c.column_name = 'killed_low' THEN CAST(c.value AS INTEGER) END), t.killed_low) AS low,
                              iif(total(c.column_name = 'killed_high') > 0, max(CASE WHEN c.column_name = 'killed_high' THEN CAST(c.value AS INTEGER) END), t.killed_high) AS high
                       FROM incident_corrections AS c WHERE c.incident_id = t.incident_id))
           ELSE t.killed_fills END AS killed_fills,
         CASE WHEN EXISTS (SELECT 1 FROM incident_corrections AS c WHERE c.incident_id = t.incident_id AND c.column_name IN ('injured_low', 'injured_best', 'injured_high'))
           THEN (SELECT CASE WHEN low = high THEN '' || low WHEN low IS NULL AND high IS NULL THEN NULL WHEN high IS NULL THEN low || '-'
                             WHEN low IS NULL THEN '-' || high ELSE low || '-' || high END
                 FROM (SELECT iif(total(c.column_name = 'injured_low') > 0, max(CASE WHEN c.column_name = 'injured_low' THEN CAST(c.value AS INTEGER) END), t.injured_low) AS low,
                              iif(total(c.column_name = 'injured_high') > 0, max(CASE WHEN c.column_name = 'injured_high' THEN CAST(c.value AS INTEGER) END), t.injured_high) AS high
                       FROM incident_corrections AS c WHERE c.incident_id = t.incident_id))
           ELSE t.injured_fills END AS injured_fills,
         t.attackers_injured_low, t.attackers_injured_best, t.attackers_injured_high
  FROM (
  SELECT convention, uid, incident_id, outcome,
         max(low) FILTER (WHERE outcome = 'killed' AND party = 'victim') OVER one AS killed_low,
         max(best) FILTER (WHERE outcome = 'killed' AND party = 'victim') OVER one AS killed_best,
         max(high) FILTER (WHERE outcome = 'killed' AND party = 'victim') OVER one AS killed_high,
         max(fills) FILTER (WHERE outcome = 'killed' AND party = 'victim') OVER one AS killed_fills,
         max(low) FILTER (WHERE outcome = 'injured' AND party = 'victim') OVER one AS injured_low,
         max(best) FILTER (WHERE outcome = 'injured' AND party = 'victim') OVER one AS injured_best,
         max(high) FILTER (WHERE outcome = 'injured' AND party = 'victim') OVER one AS injured_high,
         max(fills) FILTER (WHERE outcome = 'injured' AND party = 'victim') OVER one AS injured_fills,
         max(low) FILTER (WHERE outcome = 'killed' AND party = 'perpetrator') OVER one AS attackers_killed_low,
         max(best) FILTER (WHERE outcome = 'killed' AND party = 'perpetrator') OVER one AS attackers_killed_best,
         max(high) FILTER (WHERE outcome = 'killed' AND party = 'perpetrator') OVER one AS attackers_killed_high,
         max(low) FILTER (WHERE outcome = 'injured' AND party = 'perpetrator') OVER one AS attackers_injured_low,
         max(best) FILTER (WHERE outcome = 'injured' AND party = 'perpetrator') OVER one AS attackers_injured_best,
         max(high) FILTER (WHERE outcome = 'injured' AND party = 'perpetrator') OVER one AS attackers_injured_high
  FROM (
    SELECT convention, uid, incident_id, outcome, party, low, best, high, fills FROM convention_totals
    UNION ALL
    -- so that an incident of which nothing is said has a row too
    SELECT c.code, i.uid, i.id, NULL, NULL, NULL, NULL, NULL, NULL FROM conventions AS c CROSS JOIN incidents AS i
  )
  WINDOW one AS (PARTITION BY convention, uid, incident_id)
) AS t
  WHERE t.outcome IS NULL
) AS n
JOIN conventions AS v ON v.code = n.convention;

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
