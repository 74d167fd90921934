-- What every column means.
SELECT
  t."table", t."column", t.meaning
FROM codebook AS t
ORDER BY t."table", t."column";
