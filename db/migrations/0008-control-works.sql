-- The schedule of control works (T5): a work of a page on one of its lessons.
CREATE TABLE control_work (
  id            INTEGER PRIMARY KEY,
  page_id       INTEGER NOT NULL REFERENCES journal_page (id),
  date          TEXT NOT NULL CHECK (date IS date(date)),
  lesson_number INTEGER NOT NULL CHECK (lesson_number BETWEEN 0 AND 14),
  kind_id       INTEGER NOT NULL REFERENCES work_kind (id),
  title         TEXT NOT NULL DEFAULT '',
  level         TEXT NOT NULL DEFAULT 'school' CHECK (level IN ('school', 'municipal', 'regional', 'national')),
  note          TEXT NOT NULL DEFAULT '',
  -- Proposed by the teacher until the deputy fixes it.
  fixed         INTEGER NOT NULL DEFAULT 0 CHECK (fixed IN (0, 1)),
  -- Why it stands though it passes a limit.
  over_why      TEXT NOT NULL DEFAULT '',
  proposed_by   TEXT NOT NULL DEFAULT '',
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (page_id, date, lesson_number, kind_id)
) STRICT;
CREATE INDEX control_work_by_day ON control_work (date);
CREATE INDEX control_work_by_kind ON control_work (kind_id);

-- How many a class may have a day and a week; grades without a line have no limit.
CREATE TABLE control_limit (
  grade_from INTEGER PRIMARY KEY CHECK (grade_from BETWEEN 1 AND 12),
  grade_to   INTEGER NOT NULL CHECK (grade_to BETWEEN grade_from AND 12),
  per_day    INTEGER NOT NULL CHECK (per_day BETWEEN 1 AND 10),
  per_week   INTEGER NOT NULL CHECK (per_week BETWEEN 1 AND 30)
) STRICT;
-- One a day for a class: recommendations of 06.08.2021, Минпросвещения № СК-228/03 and Рособрнадзор
-- № 01-169/08-01. They name no number for the week: three is a beginning for the school to change.
INSERT INTO control_limit VALUES (1, 12, 1, 3);
