-- Papers that were printed or saved: what a duty to put something on paper is told from (D1). Nothing
-- of the paper is kept here, only that it was made, by whom and when.
CREATE TABLE paper_made (
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind <> ''),
  year_id   INTEGER NOT NULL REFERENCES school_year (id),
  -- Of one class; of the school where there is none.
  class_id  INTEGER REFERENCES school_class (id) ON DELETE CASCADE,
  -- For one period, where the paper is of one.
  period_id INTEGER REFERENCES period (id) ON DELETE CASCADE,
  how       TEXT NOT NULL CHECK (how IN ('printed', 'saved')),
  made_on   TEXT NOT NULL CHECK (made_on IS date(made_on)),
  made_at   TEXT NOT NULL,
  made_by   TEXT NOT NULL
) STRICT;
CREATE INDEX paper_made_by_year ON paper_made (year_id, kind);
CREATE INDEX paper_made_by_class ON paper_made (class_id);
CREATE INDEX paper_made_by_period ON paper_made (period_id);
