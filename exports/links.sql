-- The verdict on every two accounts that were compared, with its reasons.
SELECT
  t.mention_a, t.mention_b, t.verdict, t.score, t.reasons
FROM links AS t
ORDER BY t.mention_a, t.mention_b;
