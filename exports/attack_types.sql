-- The vocabulary of attack types with its codes in GTD and ACLED.
SELECT
  t.code, t.position, t.label, t.gtd_code, t.gtd_text, t.acled_event_type, t.acled_sub_event_type,
  t.origin
FROM attack_types AS t
ORDER BY t.position, t.code;
