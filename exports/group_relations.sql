-- What is said of how two organisations are related, and by whom.
SELECT
  t.id, g.name AS group_name, h.name AS other_group_name, t.group_id, t.other_group_id, t.relation,
  t.asserted_by, t.article_id, t.quote, t.start_byte, t.end_byte, t.start_char
FROM group_relations AS t
JOIN groups AS g ON g.id = t.group_id
JOIN groups AS h ON h.id = t.other_group_id
JOIN articles AS a ON a.id = t.article_id
ORDER BY g.name, h.name, t.relation, a.sha256, a.published_on, t.start_byte, t.id;
