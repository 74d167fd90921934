-- The values of all accounts of an incident, each once, so that a join does not multiply counts.
CREATE VIEW incident_groups AS
SELECT d.incident_id, d.group_id, g.name, g.short_name, d.role,
       -- one grade a group: the first that any account gives of claimed, denied, accused, suspected, stated
       CASE min(CASE d.attribution WHEN 'claimed' THEN 1 WHEN 'denied' THEN 2 WHEN 'accused_by_authorities' THEN 3
                                   WHEN 'accused' THEN 4 WHEN 'suspected' THEN 5 ELSE 6 END)
         WHEN 1 THEN 'claimed' WHEN 2 THEN 'denied' WHEN 3 THEN 'accused_by_authorities'
         WHEN 4 THEN 'accused' WHEN 5 THEN 'suspected' ELSE 'stated' END AS attribution,
       count(DISTINCT d.article_id) AS articles
FROM mention_groups AS d JOIN groups AS g ON g.id = d.group_id
WHERE d.incident_id IS NOT NULL
GROUP BY d.incident_id, d.group_id, d.role;

CREATE VIEW incident_attack_types AS
SELECT d.incident_id, d.code, v.label, count(DISTINCT d.article_id) AS articles
FROM mention_attack_types AS d JOIN attack_types AS v ON v.code = d.code
WHERE d.incident_id IS NOT NULL
GROUP BY d.incident_id, d.code;

CREATE VIEW incident_weapons AS
SELECT d.incident_id, d.code, d.text, count(DISTINCT d.article_id) AS articles
FROM mention_weapons AS d
WHERE d.incident_id IS NOT NULL
GROUP BY d.incident_id, d.code, d.text;

CREATE VIEW incident_targets AS
SELECT d.incident_id, d.code, d.kind, d.named, d.text, count(DISTINCT d.article_id) AS articles
FROM mention_targets AS d
WHERE d.incident_id IS NOT NULL
GROUP BY d.incident_id, d.code, d.kind, d.named, d.text;
