-- What needs a person: likely doubles first, then incidents without a date or place.
SELECT
  t.question, t.uid, t.other_uid, t.score, t.reasons, t.quote, t.other_quote, t.mention,
  t.other_mention
FROM review_queue AS t
ORDER BY t.score DESC, t.question, t.uid, t.other_uid, t.mention, t.other_mention;
