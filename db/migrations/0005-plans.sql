-- КТП (K1): a plan of a subject for a grade; pages of classes and streams work by it.
CREATE TABLE plan (
  id         INTEGER PRIMARY KEY,
  year_id    INTEGER NOT NULL REFERENCES school_year (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  grade      INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  title      TEXT NOT NULL CHECK (title <> ''),
  author_id  INTEGER REFERENCES staff_member (id),
  source     TEXT NOT NULL DEFAULT '',
  version    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX plan_by_year ON plan (year_id, subject_id, grade);
CREATE INDEX plan_by_author ON plan (author_id);

-- One numbered line of a plan; of more hours than one it takes as many lessons.
CREATE TABLE plan_row (
  id        INTEGER PRIMARY KEY,
  plan_id   INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 1),
  section   TEXT NOT NULL DEFAULT '',
  topic     TEXT NOT NULL CHECK (topic <> ''),
  hours     INTEGER NOT NULL DEFAULT 1 CHECK (hours BETWEEN 1 AND 40),
  kind      TEXT NOT NULL DEFAULT 'lesson'
            CHECK (kind IN ('lesson', 'practical', 'laboratory', 'control', 'excursion')),
  homework  TEXT NOT NULL DEFAULT '',
  resources TEXT NOT NULL DEFAULT '',
  UNIQUE (plan_id, position)
) STRICT;

CREATE TABLE plan_page (
  page_id INTEGER PRIMARY KEY REFERENCES journal_page (id),
  plan_id INTEGER NOT NULL REFERENCES plan (id)
) STRICT;
CREATE INDEX plan_page_by_plan ON plan_page (plan_id);

-- The lines of the plan a lesson was held by; a merging of topics takes several.
CREATE TABLE lesson_plan_row (
  lesson_id   INTEGER NOT NULL REFERENCES lesson (id),
  plan_row_id INTEGER NOT NULL REFERENCES plan_row (id),
  PRIMARY KEY (lesson_id, plan_row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lesson_plan_row_by_row ON lesson_plan_row (plan_row_id);

-- Лист корректировки (K3): how a page makes up for lost or surplus hours.
CREATE TABLE plan_correction (
  id          INTEGER PRIMARY KEY,
  page_id     INTEGER NOT NULL REFERENCES journal_page (id),
  plan_row_id INTEGER NOT NULL REFERENCES plan_row (id),
  kind        TEXT NOT NULL CHECK (kind IN ('merge', 'hours', 'leaveOut', 'selfStudy')),
  hours       INTEGER NOT NULL CHECK (hours BETWEEN 0 AND 40),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  made_on     TEXT NOT NULL CHECK (made_on IS date(made_on)),
  made_by     TEXT NOT NULL,
  UNIQUE (page_id, plan_row_id)
) STRICT;
CREATE INDEX plan_correction_by_row ON plan_correction (plan_row_id);
