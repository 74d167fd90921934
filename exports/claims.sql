-- One row an assertion about an incident, with the one who makes it.
SELECT
  t.id, i.uid AS incident_uid, g.name AS claimant_group, h.name AS about_group, t.incident_id,
  t.mention_id, t.article_id, t.kind, t.claimant, t.claimant_kind, t.claimant_group_id, t.about,
  t.about_group_id, t.low, t.high, t.quote, t.start_byte, t.end_byte, t.start_char, t.rule
FROM claims AS t
JOIN mentions AS m ON m.id = t.mention_id
LEFT JOIN incidents AS i ON i.id = t.incident_id
LEFT JOIN groups AS g ON g.id = t.claimant_group_id
LEFT JOIN groups AS h ON h.id = t.about_group_id
ORDER BY m.key, t.start_byte, t.end_byte, t.kind, t.rule, t.id;
