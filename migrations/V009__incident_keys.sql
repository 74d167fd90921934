-- A key that was null cannot cascade (null equals nothing): an account that enters an incident for the first time
-- takes its rows along here. Every later move is the foreign keys' own cascade.
CREATE TRIGGER mention_enters_incident AFTER UPDATE OF incident_id ON mentions
WHEN OLD.incident_id IS NULL AND NEW.incident_id IS NOT NULL
BEGIN
  UPDATE casualties SET incident_id = NEW.incident_id WHERE mention_id = NEW.id;
  UPDATE claims SET incident_id = NEW.incident_id WHERE mention_id = NEW.id;
  UPDATE mention_groups SET incident_id = NEW.incident_id WHERE mention_id = NEW.id;
  UPDATE mention_attack_types SET incident_id = NEW.incident_id WHERE mention_id = NEW.id;
  UPDATE mention_weapons SET incident_id = NEW.incident_id WHERE mention_id = NEW.id;
  UPDATE mention_targets SET incident_id = NEW.incident_id WHERE mention_id = NEW.id;
END;
