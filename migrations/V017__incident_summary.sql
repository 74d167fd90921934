-- One row an incident: the view to open first.
-- Counts follow the convention `stated`: low is the smallest victim toll of any account, high the largest, best that of
-- the account published last (its primary subject before history; then the larger).
CREATE VIEW incident_summary AS
SELECT i.uid, i.title, i.date_start, i.date_end, i.date_precision, i.country_code, i.country, i.admin1, i.admin2, i.place, i.site,
       i.latitude, i.longitude, i.place_precision,
       (SELECT group_concat(code, '; ') FROM (SELECT t.code, t.code = i.attack_type AS leads FROM incident_attack_types AS t JOIN attack_types AS v ON v.code = t.code
        WHERE t.incident_id = i.id ORDER BY leads DESC, t.articles DESC, v.position)) AS attack_types,
       i.suicide, i.outcome,
       (SELECT group_concat(value, '; ') FROM (SELECT DISTINCT text AS value FROM mention_weapons WHERE incident_id = i.id ORDER BY text)) AS weapons,
       (SELECT group_concat(value, '; ') FROM (SELECT DISTINCT text AS value FROM mention_targets WHERE incident_id = i.id ORDER BY text)) AS targets,
       (SELECT group_concat(name || ' (' || attribution || ')', '; ')
        FROM (SELECT name, attribution FROM incident_groups WHERE incident_id = i.id AND role = 'perpetrator'
              ORDER BY attribution <> 'claimed', articles DESC, name)) AS groups,
       i.claim_status,
       (SELECT min(t.killed_low) FROM mention_totals AS t JOIN mentions AS m ON m.id = t.mention_id
        WHERE m.incident_id = i.id) AS killed_low,
       (SELECT coalesce(t.killed_low, t.killed_high) FROM mention_totals AS t
        JOIN mentions AS m ON m.id = t.mention_id JOIN articles AS a ON a.id = m.article_id
        WHERE m.incident_id = i.id AND coalesce(t.killed_low, t.killed_high) IS NOT NULL
        ORDER BY a.published_on DESC, m.is_primary DESC, coalesce(t.killed_low, t.killed_high) DESC, m.key LIMIT 1) AS killed_best,
       (SELECT max(coalesce(t.killed_high, t.killed_low)) FROM mention_totals AS t JOIN mentions AS m ON m.id = t.mention_id
        WHERE m.incident_id = i.id) AS killed_high,
       (SELECT min(t.injured_low) FROM mention_totals AS t JOIN mentions AS m ON m.id = t.mention_id
        WHERE m.incident_id = i.id) AS injured_low,
       (SELECT coalesce(t.injured_low, t.injured_high) FROM mention_totals AS t
        JOIN mentions AS m ON m.id = t.mention_id JOIN articles AS a ON a.id = m.article_id
        WHERE m.incident_id = i.id AND coalesce(t.injured_low, t.injured_high) IS NOT NULL
        ORDER BY a.published_on DESC, m.is_primary DESC, coalesce(t.injured_low, t.injured_high) DESC, m.key LIMIT 1) AS injured_best,
       (SELECT max(coalesce(t.injured_high, t.injured_low)) FROM mention_totals AS t JOIN mentions AS m ON m.id = t.mention_id
        WHERE m.incident_id = i.id) AS injured_high,
       (SELECT min(t.perpetrators_killed_low) FROM mention_totals AS t JOIN mentions AS m ON m.id = t.mention_id
        WHERE m.incident_id = i.id) AS perpetrators_killed_low,
       (SELECT coalesce(t.perpetrators_killed_low, t.perpetrators_killed_high) FROM mention_totals AS t
        JOIN mentions AS m ON m.id = t.mention_id JOIN articles AS a ON a.id = m.article_id
        WHERE m.incident_id = i.id AND coalesce(t.perpetrators_killed_low, t.perpetrators_killed_high) IS NOT NULL
        ORDER BY a.published_on DESC, m.is_primary DESC, coalesce(t.perpetrators_killed_low, t.perpetrators_killed_high) DESC, m.key LIMIT 1) AS perpetrators_killed_best,
       (SELECT max(coalesce(t.perpetrators_killed_high, t.perpetrators_killed_low)) FROM mention_totals AS t JOIN mentions AS m ON m.id = t.mention_id
        WHERE m.incident_id = i.id) AS perpetrators_killed_high,
       (SELECT count(DISTINCT m.article_id) FROM mentions AS m WHERE m.incident_id = i.id) AS articles,
       (SELECT min(a.published_on) FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE m.incident_id = i.id) AS first_published,
       (SELECT max(a.published_on) FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE m.incident_id = i.id) AS last_published,
       i.id AS incident_id
FROM incidents AS i;
