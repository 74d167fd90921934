-- Every place where an article was met.
SELECT
  a.sha256 AS sha256, t.article_id, t.source_id, t.uri
FROM article_sources AS t
JOIN articles AS a ON a.id = t.article_id
ORDER BY a.sha256, a.published_on, t.source_id, t.uri;
