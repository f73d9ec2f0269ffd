-- A shared link may be narrowed to one flow, too; as the rest of its scope that is agreed when it is made.
ALTER TABLE share ADD COLUMN flow TEXT;
CREATE TRIGGER share_flow_is_fixed BEFORE UPDATE OF flow ON share BEGIN
  SELECT raise(ABORT, 'The scope of a shared link never changes.');
END;
