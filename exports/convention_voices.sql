-- The last word of each voice on each incident under every convention, in the order of preference.
SELECT
  t.convention, t.uid, t.outcome, t.party, t.rank, t.number, t.fill, t.low, t.high,
  t.voices, t.said_on, t.published_on, t.is_primary, t.is_doubtful, t.speaker_rank, t.voice_id,
  t.mention_id, t.article_id, t.incident_id
FROM convention_voices AS t
ORDER BY t.convention, t.uid, t.outcome, t.party, t.rank;
