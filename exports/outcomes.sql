-- What became of each input of each run.
SELECT
  t.id, t.run_id, t.source_id, t.uri, t.outcome, t.code, t.reason, t.article_id
FROM outcomes AS t
ORDER BY t.run_id, t.id;
