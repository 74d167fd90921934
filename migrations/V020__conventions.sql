-- Counting conventions: from the stated figures of an incident to one number, in views.
-- docs/conventions.md tells the rules with an example; `conventions` holds them as data.
--
--   casualties -> convention_figures   the number of each figure, or why it is left out
--              -> convention_accounts  what the figures of one account come to
--              -> convention_voices    the last word of each voice, in the order of preference
--              -> convention_totals    low, best and high of each outcome and party
--              -> convention_counts    one row an incident
--              -> incident_summary, incident_summary_gtd, _acled, _ucdp, _muc4

CREATE TABLE conventions (
  code           TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
  label          TEXT    NOT NULL,
  dead_attackers INTEGER NOT NULL CHECK (dead_attackers IN (0, 1)),
  attackers_apart INTEGER NOT NULL CHECK (attackers_apart IN (0, 1)),
  injuries       INTEGER NOT NULL CHECK (injuries IN (0, 1)),
  vague_words    TEXT    NOT NULL CHECK (vague_words IN ('bounds', 'blank', 'numbers')),
  own_figures    TEXT    NOT NULL CHECK (own_figures IN ('alone', 'never')),
  best           TEXT    NOT NULL CHECK (best IN ('latest', 'majority', 'corroborated')),
  nothing_said   INTEGER CHECK (nothing_said = 0),
  origin         TEXT    NOT NULL DEFAULT 'user' CHECK (origin IN ('seed', 'user', 'learned'))
) STRICT, WITHOUT ROWID;

-- Which articles of an incident are copies of one text: `voice_id` is the article that published it first.
CREATE TABLE incident_voices (
  incident_id INTEGER NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
  article_id  INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  voice_id    INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (incident_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_voices_by_article ON incident_voices (article_id);
CREATE INDEX incident_voices_by_voice ON incident_voices (voice_id);

-- Incidents whose accounts changed since their voices were told apart; the next link empties it.
CREATE TABLE voices_due (incident_id INTEGER NOT NULL PRIMARY KEY) STRICT;

CREATE TRIGGER voices_due_entered AFTER INSERT ON mentions WHEN NEW.incident_id IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO voices_due (incident_id) VALUES (NEW.incident_id);
END;

CREATE TRIGGER voices_due_moved AFTER UPDATE OF incident_id ON mentions WHEN OLD.incident_id IS NOT NEW.incident_id
BEGIN
  INSERT OR IGNORE INTO voices_due (incident_id)
  SELECT id FROM (SELECT OLD.incident_id AS id UNION SELECT NEW.incident_id) WHERE id IS NOT NULL;
END;

CREATE TRIGGER voices_due_left AFTER DELETE ON mentions WHEN OLD.incident_id IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO voices_due (incident_id) VALUES (OLD.incident_id);
END;

INSERT INTO voices_due (incident_id) SELECT id FROM incidents;

-- The figures, each with its number under each convention, or with the reason why it is left out.
CREATE VIEW convention_figures AS
SELECT v.code AS convention, i.uid, c.id AS casualty_id, c.incident_id, c.mention_id, c.article_id, c.outcome, c.party, c.extent, c.standing,
       c.includes_perpetrators, c.qualifier, c.reported_by_kind,
       CASE
         WHEN c.qualifier <> 'vague' OR v.vague_words = 'bounds' THEN c.low
         WHEN v.vague_words = 'numbers' THEN
           CASE
             WHEN c.words LIKE '%thousand%' THEN 1000
             WHEN c.words LIKE '%hundred%' THEN 100
             WHEN c.words LIKE '%scores%' THEN 20
             WHEN c.words LIKE '%dozen%' THEN 12
             WHEN c.words LIKE '%tens of%' THEN 10
             -- several, few, many, a bare plural: by the scale of the attack
             WHEN EXISTS (SELECT 1 FROM mention_attack_types AS t WHERE t.incident_id = c.incident_id
                          AND t.code IN ('bombing', 'suicide_bombing', 'ied', 'mortar_or_rocket', 'drone_strike', 'vehicle_ramming')) THEN 10
             ELSE 3
           END
       END AS low,
       CASE WHEN c.qualifier <> 'vague' OR v.vague_words = 'bounds' THEN c.high END AS high,
       CASE
         WHEN c.scope <> 'attack' THEN c.scope
         WHEN c.standing NOT IN ('stands', 'summed', 'disputed') THEN c.standing
         WHEN c.party NOT IN ('victim', 'perpetrator') THEN 'other_party'
         WHEN c.outcome NOT IN ('killed', 'injured') THEN 'other_outcome'
         WHEN c.outcome = 'injured' AND v.injuries = 0 THEN 'not_recorded'
         WHEN c.party = 'perpetrator' AND v.dead_attackers = 0 AND v.attackers_apart = 0 THEN 'not_recorded'
         WHEN c.reported_by_kind = 'perpetrator' AND (v.own_figures = 'never' OR EXISTS (
                SELECT 1 FROM casualties AS o
                WHERE o.incident_id = c.incident_id AND o.outcome = c.outcome AND o.party = c.party AND o.scope = 'attack'
                  AND o.standing IN ('stands', 'summed', 'disputed') AND o.reported_by_kind <> 'perpetrator')) THEN 'own_figure'
         WHEN c.qualifier = 'vague' AND v.vague_words = 'blank' THEN 'vague'
         WHEN c.low IS NULL AND c.high IS NULL AND v.vague_words <> 'numbers' THEN 'no_number'
       END AS left_out,
       c.start_byte, c.end_byte
FROM conventions AS v JOIN casualties AS c JOIN incidents AS i ON i.id = c.incident_id;

-- What the figures of one account come to: disputed totals give the lowest and the highest, else a total that stands,
-- else the parts add up. A total that holds dead attackers loses their number where it is known: by preference the one
-- inside the total's own words, else that of the account, else the lowest of the incident.
CREATE VIEW convention_accounts AS
SELECT convention, uid, incident_id, mention_id, article_id, outcome, party,
       CASE
         WHEN total(standing = 'disputed') > 0 THEN min(low - attackers) FILTER (WHERE standing = 'disputed' OR extent = 'total' AND standing = 'stands')
         WHEN total(standing = 'stands' AND extent = 'total') > 0 THEN min(low - attackers) FILTER (WHERE standing = 'stands' AND extent = 'total')
         WHEN total(standing = 'summed') > 0 THEN sum(low - attackers) FILTER (WHERE standing = 'summed')
         ELSE min(low - attackers)
       END AS low,
       CASE
         WHEN total(standing = 'disputed') > 0 THEN max(high - attackers) FILTER (WHERE standing = 'disputed' OR extent = 'total' AND standing = 'stands')
         WHEN total(standing = 'stands' AND extent = 'total') > 0 THEN max(high - attackers) FILTER (WHERE standing = 'stands' AND extent = 'total')
         WHEN total(standing = 'summed') > 0
           THEN CASE WHEN total(high IS NULL) FILTER (WHERE standing = 'summed') = 0 THEN sum(high - attackers) FILTER (WHERE standing = 'summed') END
         ELSE max(high - attackers)
       END AS high,
       max(qualifier = 'vague') AS is_vague,
       max(qualifier = 'about') AS is_about,
       min(qualifier IN ('exact', 'range', 'none')) AS is_exact,
       min(CASE WHEN reported_by_kind IN ('hospital', 'rescue') THEN 1
                WHEN reported_by_kind IN ('police', 'military', 'government') THEN 2
                WHEN reported_by_kind IN ('narrator', 'media', 'infobox') THEN 3
                WHEN reported_by_kind = 'perpetrator' THEN 5 ELSE 4 END) AS speaker_rank
FROM (
  SELECT f.*,
         CASE WHEN f.includes_perpetrators = 1 AND f.party = 'victim' THEN
           min(ifnull(f.low, f.high), coalesce(
             (SELECT sum(p.low) FROM casualties AS p
              WHERE p.mention_id = f.mention_id AND p.outcome = f.outcome AND p.party = 'perpetrator'
                AND p.start_byte >= f.start_byte AND p.end_byte <= f.end_byte),
             (SELECT CASE WHEN total(p.extent = 'total') > 0 THEN min(p.low) FILTER (WHERE p.extent = 'total') ELSE sum(p.low) END
              FROM counted_figures AS p
              WHERE p.mention_id = f.mention_id AND p.outcome = f.outcome AND p.party = 'perpetrator'),
             (SELECT min(p.low) FROM casualties AS p
              WHERE p.incident_id = f.incident_id AND p.outcome = f.outcome AND p.party = 'perpetrator' AND p.scope = 'attack'
                AND p.extent = 'total' AND p.standing IN ('stands', 'disputed')),
             0))
         ELSE 0 END AS attackers
  FROM convention_figures AS f
  WHERE f.left_out IS NULL
)
GROUP BY convention, uid, incident_id, mention_id, article_id, outcome, party;

-- The last word of each voice; `rank` 1 is the one that gives `best`. Copies of one text are one voice, which said a
-- number on the day on which the first of them printed it.
CREATE VIEW convention_voices AS
SELECT convention, uid, incident_id, outcome, party, voice_id, mention_id, article_id, published_on, said_on, is_primary, speaker_rank,
       low, high, number, voices, fill, is_doubtful,
       row_number() OVER (
         PARTITION BY convention, uid, incident_id, outcome, party
         ORDER BY is_doubtful,
                  -- majority (gtd): a firm number, the latest day, what most voices say, the lowest
                  -- corroborated (acled): what two voices say, the last of these; else a firm number, the lowest
                  -- latest: the latest day, then the speaker, the subject before history, a firm number, the largest
                  CASE best WHEN 'corroborated' THEN voices < 2 WHEN 'majority' THEN low IS NULL ELSE 0 END,
                  CASE WHEN best <> 'corroborated' OR voices >= 2 THEN said_on END DESC,
                  CASE best WHEN 'latest' THEN speaker_rank WHEN 'majority' THEN -voices ELSE low IS NULL END,
                  CASE best WHEN 'latest' THEN NOT is_primary ELSE number END,
                  low IS NULL, number DESC, key) AS rank
FROM (
  SELECT w.*, -- a number read off a vague word confirms nothing
         count(*) FILTER (WHERE w.is_vague = 0) OVER (PARTITION BY convention, uid, incident_id, outcome, party, number) AS voices
  FROM (
    SELECT s.*, rank() OVER (PARTITION BY convention, uid, incident_id, outcome, party, voice_id
                             ORDER BY is_doubtful, said_on DESC, published_on, sha256) AS word
    FROM (
      SELECT t.convention, t.uid, t.incident_id, t.outcome, t.party, t.mention_id, t.article_id, t.low, t.high, t.speaker_rank, t.is_vague,
             coalesce(t.low, t.high) AS number, m.key, m.is_primary, a.published_on, a.sha256, v.best,
             ifnull(c.voice_id, t.article_id) AS voice_id,
             -- history in a round or open number confirms what is known already
             m.is_primary = 0 AND t.is_exact = 0 AS is_doubtful,
             CASE WHEN t.is_about THEN '~' || coalesce(t.low, t.high)
                  WHEN t.low = t.high THEN '' || t.low
                  WHEN t.high IS NULL THEN t.low || '-'
                  WHEN t.low IS NULL THEN '-' || t.high
                  ELSE t.low || '-' || t.high END AS fill,
             min(a.published_on) OVER (PARTITION BY t.convention, t.uid, t.incident_id, t.outcome, t.party, ifnull(c.voice_id, t.article_id),
                                       t.low, t.high) AS said_on
      FROM convention_accounts AS t
      JOIN conventions AS v ON v.code = t.convention
      JOIN mentions AS m ON m.id = t.mention_id
      JOIN articles AS a ON a.id = t.article_id
      LEFT JOIN incident_voices AS c ON c.incident_id = t.incident_id AND c.article_id = t.article_id
      WHERE coalesce(t.low, t.high) IS NOT NULL
    ) AS s
  ) AS w
  WHERE w.word = 1
);

-- Low, best and high of each outcome and party, and the alternatives in the order of preference. Windows, not groups:
-- SQLite hands a condition on the convention or the incident down through these alone.
CREATE VIEW convention_totals AS
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

-- One row an incident and convention. Where attackers count, a number of people is victims and attackers together.
CREATE VIEW convention_counts AS
SELECT n.convention, n.uid, n.incident_id,
       CASE WHEN v.dead_attackers THEN coalesce(killed_low + attackers_killed_low, killed_low, attackers_killed_low, v.nothing_said)
            ELSE ifnull(killed_low, v.nothing_said) END AS killed_low,
       CASE WHEN v.dead_attackers THEN coalesce(killed_best + attackers_killed_best, killed_best, attackers_killed_best, v.nothing_said)
            ELSE ifnull(killed_best, v.nothing_said) END AS killed_best,
       CASE WHEN v.dead_attackers THEN coalesce(killed_high + attackers_killed_high, killed_high, attackers_killed_high, v.nothing_said)
            ELSE ifnull(killed_high, v.nothing_said) END AS killed_high,
       killed_fills,
       CASE WHEN v.dead_attackers THEN coalesce(injured_low + attackers_injured_low, injured_low, attackers_injured_low)
            ELSE injured_low END AS injured_low,
       CASE WHEN v.dead_attackers THEN coalesce(injured_best + attackers_injured_best, injured_best, attackers_injured_best)
            ELSE injured_best END AS injured_best,
       CASE WHEN v.dead_attackers THEN coalesce(injured_high + attackers_injured_high, injured_high, attackers_injured_high)
            ELSE injured_high END AS injured_high,
       injured_fills,
       CASE WHEN v.attackers_apart THEN attackers_killed_low END AS perpetrators_killed_low,
       CASE WHEN v.attackers_apart THEN attackers_killed_best END AS perpetrators_killed_best,
       CASE WHEN v.attackers_apart THEN attackers_killed_high END AS perpetrators_killed_high
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
) AS n
JOIN conventions AS v ON v.code = n.convention
WHERE n.outcome IS NULL;

-- What an incident is, without its counts.
CREATE VIEW incident_overview AS
SELECT i.id AS incident_id, i.uid, i.title, i.date_start, i.date_end, i.date_precision, i.country_code, i.country, i.admin1, i.admin2,
       i.place, i.site, i.latitude, i.longitude, i.place_precision,
       (SELECT group_concat(code, '; ') FROM (
          SELECT t.code, t.code = i.attack_type AS leads FROM mention_attack_types AS t JOIN attack_types AS v ON v.code = t.code
          WHERE t.incident_id = i.id GROUP BY t.code
          ORDER BY leads DESC, count(DISTINCT t.article_id) DESC, v.position)) AS attack_types,
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
       (SELECT max(a.published_on) FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE m.incident_id = i.id) AS last_published
FROM incidents AS i;

DROP VIEW incident_summary;

-- One row an incident: the view to open first. Victims, as the articles count them.
CREATE VIEW incident_summary AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.incident_id
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'stated';

-- As the Global Terrorism Database counts: victims and attackers together, the attackers also apart.
CREATE VIEW incident_summary_gtd AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.incident_id
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'gtd';

-- As ACLED counts: everyone who died, the lowest number until it is corroborated, 0 where nothing is said; no injuries.
CREATE VIEW incident_summary_acled AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.incident_id
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'acled';

-- As UCDP counts: everyone who died, low, best and high; only incidents in which somebody died.
CREATE VIEW incident_summary_ucdp AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.incident_id
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'ucdp'
  AND (n.killed_best > 0 OR n.killed_best IS NULL AND EXISTS (
    SELECT 1 FROM casualties AS c WHERE c.incident_id = o.incident_id AND c.outcome = 'killed' AND c.party IN ('victim', 'perpetrator')
      AND c.scope = 'attack' AND c.standing IN ('stands', 'summed', 'disputed') AND c.qualifier = 'vague'));

-- As MUC-4 fills its slots: targets only, ranges, and the fill as it would be written.
CREATE VIEW incident_summary_muc4 AS
SELECT o.uid, o.title, o.date_start, o.date_end, o.date_precision, o.country_code, o.country, o.admin1, o.admin2, o.place, o.site,
       o.latitude, o.longitude, o.place_precision, o.attack_types, o.suicide, o.outcome, o.weapons, o.targets, o.groups, o.claim_status,
       n.killed_low, n.killed_best, n.killed_high, n.injured_low, n.injured_best, n.injured_high,
       n.perpetrators_killed_low, n.perpetrators_killed_best, n.perpetrators_killed_high,
       o.articles, o.voices, o.first_published, o.last_published, o.incident_id,
       coalesce(n.killed_fills, CASE WHEN EXISTS (
         SELECT 1 FROM casualties AS c WHERE c.incident_id = o.incident_id AND c.outcome = 'killed' AND c.party = 'victim' AND c.scope = 'attack'
           AND c.standing IN ('stands', 'summed', 'disputed') AND c.qualifier = 'vague') THEN 'PLURAL' ELSE '-' END) AS killed_fill,
       coalesce(n.injured_fills, CASE WHEN EXISTS (
         SELECT 1 FROM casualties AS c WHERE c.incident_id = o.incident_id AND c.outcome = 'injured' AND c.party = 'victim' AND c.scope = 'attack'
           AND c.standing IN ('stands', 'summed', 'disputed') AND c.qualifier = 'vague') THEN 'PLURAL' ELSE '-' END) AS injured_fill
FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id AND n.uid = o.uid
WHERE n.convention = 'muc4';
