-- What was read: articles a publisher and month.
SELECT
  t.publisher, t.month, t.articles, t.relevant, t.irrelevant, t.unreadable, t.superseded,
  t.incidents
FROM coverage AS t
ORDER BY t.publisher, t.month;
