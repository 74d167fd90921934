-- The counting conventions and their rules.
SELECT
  t.code, t.label, t.dead_attackers, t.attackers_apart, t.injuries, t.vague_words, t.own_figures,
  t.best, t.nothing_said, t.origin
FROM conventions AS t
ORDER BY t.code;
