-- What each account's figures come to.
SELECT
  i.uid AS incident_uid, m.key AS mention_key, t.mention_id, t.incident_id, t.article_id,
  t.killed_low, t.killed_high, t.injured_low, t.injured_high, t.perpetrators_killed_low,
  t.perpetrators_killed_high
FROM mention_totals AS t
JOIN mentions AS m ON m.id = t.mention_id
LEFT JOIN incidents AS i ON i.id = t.incident_id
ORDER BY m.key;
