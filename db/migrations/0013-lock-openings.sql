-- What was opened for a cause (J4): lessons of some days of a page, and the marks of a period that ends
-- within them; of one pupil or of all. Minutes are of the school's own clock.
CREATE TABLE lock_opening (
  id        INTEGER PRIMARY KEY,
  page_id   INTEGER NOT NULL REFERENCES journal_page (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date   TEXT NOT NULL CHECK (to_date IS date(to_date)),
  pupil_id  INTEGER REFERENCES pupil (id),
  reason    TEXT NOT NULL CHECK (reason <> ''),
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  until     TEXT NOT NULL,
  -- Closed again before its time.
  closed_at TEXT,
  closed_by TEXT NOT NULL DEFAULT '',
  CHECK (from_date <= to_date)
) STRICT;
CREATE INDEX lock_opening_by_page ON lock_opening (page_id);
CREATE INDEX lock_opening_by_pupil ON lock_opening (pupil_id);
