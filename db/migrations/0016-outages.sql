-- Technical failures (J10, ЭЛЖ 1.1.6): when the journal could not be filled, what happened, and until
-- which day what was noted on paper may be entered. Minutes are of the school's own clock.
CREATE TABLE outage (
  id           INTEGER PRIMARY KEY,
  year_id      INTEGER NOT NULL REFERENCES school_year (id),
  from_at      TEXT NOT NULL,
  -- Null: it still goes on.
  to_at        TEXT,
  what         TEXT NOT NULL CHECK (what <> ''),
  until_day    TEXT NOT NULL CHECK (until_day IS date(until_day)),
  version      INTEGER NOT NULL DEFAULT 1,
  recorded_at  TEXT NOT NULL,
  recorded_by  TEXT NOT NULL,
  -- Taken back; what was entered stays.
  withdrawn_at TEXT,
  withdrawn_by TEXT NOT NULL DEFAULT '',
  CHECK (to_at IS NULL OR from_at <= to_at)
) STRICT;
CREATE INDEX outage_by_year ON outage (year_id);
-- The classes it is about; none: the whole school.
CREATE TABLE outage_class (
  outage_id INTEGER NOT NULL REFERENCES outage (id),
  class_id  INTEGER NOT NULL REFERENCES school_class (id),
  PRIMARY KEY (outage_id, class_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outage_class_by_class ON outage_class (class_id);
