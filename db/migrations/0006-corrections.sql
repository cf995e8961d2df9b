-- The report of corrections reads only changes of what already stood: a small part of the trail.
CREATE INDEX audit_change_of_what_stood ON audit_change (entity, audit_id)
  WHERE before IS NOT NULL;
