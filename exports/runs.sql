-- What each run read.
SELECT
  t.id, t.command, t.started_at, t.finished_at, t.extractor, t.new, t.known, t.updated, t.refused,
  t.incidents
FROM runs AS t
ORDER BY t.id;
