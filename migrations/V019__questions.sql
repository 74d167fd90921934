-- Views named after the question that they answer.

-- Which incidents has nobody claimed?
CREATE VIEW unclaimed_incidents AS
SELECT uid, title, date_start, date_end, country, admin1, place, groups, claim_status, killed_low, killed_best, killed_high, articles, incident_id
FROM incident_summary
WHERE claim_status <> 'claimed';

-- What is each group connected to, and how surely?
CREATE VIEW group_activity AS
SELECT g.id AS group_id, g.name, g.short_name, g.kind, g.country_code,
       count(*) AS incidents,
       sum(d.attribution = 'claimed') AS claimed,
       sum(d.attribution IN ('accused_by_authorities', 'accused')) AS accused,
       sum(d.attribution = 'suspected') AS suspected,
       sum(d.attribution = 'stated') AS stated,
       sum(d.attribution = 'denied') AS denied,
       min(i.date_start) AS first_incident, max(i.date_end) AS last_incident,
       sum(s.killed_low) AS killed_low, sum(s.killed_best) AS killed_best, sum(s.killed_high) AS killed_high
FROM incident_groups AS d
JOIN groups AS g ON g.id = d.group_id
JOIN incidents AS i ON i.id = d.incident_id
JOIN incident_summary AS s ON s.incident_id = d.incident_id
WHERE d.role = 'perpetrator'
GROUP BY g.id;

-- How many incidents and victims a month and country? Months hold what is known to the month or better.
CREATE VIEW monthly_totals AS
SELECT substr(s.date_start, 1, 7) AS month, s.country_code, s.country, count(*) AS incidents,
       sum(s.killed_low) AS killed_low, sum(s.killed_best) AS killed_best, sum(s.killed_high) AS killed_high,
       sum(s.injured_low) AS injured_low, sum(s.injured_best) AS injured_best, sum(s.injured_high) AS injured_high,
       sum(s.killed_best IS NULL) AS incidents_without_toll
FROM incident_summary AS s
WHERE s.date_start IS NOT NULL AND substr(s.date_start, 1, 7) = substr(s.date_end, 1, 7)
GROUP BY substr(s.date_start, 1, 7), s.country_code;

-- What needs a person? Accounts that may be one incident, most likely first; then incidents without a date or place.
CREATE VIEW review_queue AS
SELECT 'same_incident' AS question, ia.uid AS uid, ib.uid AS other_uid, l.score AS score, l.reasons AS reasons,
       a.quote AS quote, b.quote AS other_quote, l.mention_a AS mention, l.mention_b AS other_mention
FROM links AS l
JOIN mentions AS a ON a.key = l.mention_a
JOIN mentions AS b ON b.key = l.mention_b
JOIN incidents AS ia ON ia.id = a.incident_id
JOIN incidents AS ib ON ib.id = b.incident_id
WHERE l.verdict = 'maybe' AND a.incident_id <> b.incident_id
UNION ALL
SELECT CASE WHEN i.date_start IS NULL THEN 'when' ELSE 'where' END, i.uid, NULL, NULL, NULL, m.quote, NULL, m.key, NULL
FROM incidents AS i
JOIN mentions AS m ON m.id = (SELECT f.id FROM mentions AS f WHERE f.incident_id = i.id ORDER BY f.is_primary DESC, f.key LIMIT 1)
WHERE i.date_start IS NULL OR (i.country_code IS NULL AND i.place IS NULL);

-- What was read: articles a publisher and month, and what they hold?
CREATE VIEW coverage AS
SELECT a.publisher, substr(a.published_on, 1, 7) AS month, count(*) AS articles,
       sum(a.status = 'relevant') AS relevant, sum(a.status = 'irrelevant') AS irrelevant,
       sum(a.status = 'unreadable') AS unreadable, sum(a.status = 'superseded') AS superseded,
       (SELECT count(DISTINCT m.incident_id) FROM mentions AS m JOIN articles AS b ON b.id = m.article_id
        WHERE b.publisher IS a.publisher AND substr(b.published_on, 1, 7) IS substr(a.published_on, 1, 7)) AS incidents
FROM articles AS a
GROUP BY a.publisher, substr(a.published_on, 1, 7);
