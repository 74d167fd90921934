-- One row an article: its text as stored, and what became of it.
SELECT
  t.id, t.sha256, t.format, t.publisher, t.title, t.published_on, t.language, t.text, t.status,
  t.reason, t.superseded_by, t.extractor, t.ingested_at
FROM articles AS t
ORDER BY t.sha256, t.published_on;
