-- Other names of organisations.
SELECT
  g.name AS group_name, t.group_id, t.alias, t.origin
FROM group_aliases AS t
JOIN groups AS g ON g.id = t.group_id
ORDER BY g.name, t.alias;
