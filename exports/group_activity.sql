-- What each group is connected to, and how surely.
SELECT
  t.group_id, t.name, t.short_name, t.kind, t.country_code, t.incidents, t.claimed, t.accused,
  t.suspected, t.stated, t.denied, t.first_incident, t.last_incident, t.killed_low, t.killed_best,
  t.killed_high
FROM group_activity AS t
ORDER BY t.incidents DESC, t.name;
