-- The vocabulary of target types with its codes in GTD.
SELECT
  t.code, t.position, t.label, t.gtd_code, t.gtd_text, t.acled_note, t.origin
FROM target_types AS t
ORDER BY t.position, t.code;
