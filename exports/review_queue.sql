-- What needs a person, the most doubtful first: corrections that a new text speaks against, likely doubles, tolls that differ, missing dates and places.
SELECT
  t.question, t.uid, t.other_uid, t.about, t.doubt, t.score, t.reasons, t.value, t.other_value,
  t.quote, t.other_quote, t.mention, t.other_mention
FROM review_queue AS t
ORDER BY t.doubt DESC, t.score DESC, t.question, t.uid, t.other_uid, t.about, t.mention, t.other_mention;
