-- The school's own data (S1) --------------------------------------------------------------------

ALTER TABLE school ADD COLUMN short_name TEXT NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN site TEXT NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN inn TEXT NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN ogrn TEXT NOT NULL DEFAULT '';

-- Whose name stands under documents, and as what; without a row the person of the role signs.
CREATE TABLE signatory (
  role     TEXT PRIMARY KEY CHECK (role IN ('director', 'deputy', 'secretary')),
  staff_id INTEGER REFERENCES staff_member (id),
  title    TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE building (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
  address TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE room (
  id          INTEGER PRIMARY KEY,
  building_id INTEGER NOT NULL REFERENCES building (id),
  name        TEXT NOT NULL CHECK (name <> ''),
  title       TEXT NOT NULL DEFAULT '',
  seats       INTEGER CHECK (seats BETWEEN 1 AND 2000),
  keeper_id   INTEGER REFERENCES staff_member (id),
  archived    INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  UNIQUE (building_id, name)
) STRICT;

-- Which rooms a subject is taught in, and who teaches which subjects (S3).
CREATE TABLE room_subject (
  room_id    INTEGER NOT NULL REFERENCES room (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  PRIMARY KEY (room_id, subject_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE teacher_subject (
  staff_id   INTEGER NOT NULL REFERENCES staff_member (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  PRIMARY KEY (staff_id, subject_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE staff_member ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE staff_member ADD COLUMN email TEXT NOT NULL DEFAULT '';

-- The year (S2) ---------------------------------------------------------------------------------

ALTER TABLE school_year ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));
ALTER TABLE holiday ADD COLUMN grade_from INTEGER NOT NULL DEFAULT 1 CHECK (grade_from BETWEEN 1 AND 12);
ALTER TABLE holiday ADD COLUMN grade_to INTEGER NOT NULL DEFAULT 12 CHECK (grade_to BETWEEN grade_from AND 12);

-- A single day that is not what its weekday says: off, or with the lessons of another weekday.
CREATE TABLE special_day (
  id         INTEGER PRIMARY KEY,
  year_id    INTEGER NOT NULL REFERENCES school_year (id),
  date       TEXT NOT NULL CHECK (date IS date(date)),
  works_as   INTEGER CHECK (works_as BETWEEN 1 AND 7),
  name       TEXT NOT NULL DEFAULT '',
  grade_from INTEGER NOT NULL DEFAULT 1 CHECK (grade_from BETWEEN 1 AND 12),
  grade_to   INTEGER NOT NULL DEFAULT 12 CHECK (grade_to BETWEEN grade_from AND 12),
  UNIQUE (year_id, date, grade_from)
) STRICT;

CREATE TABLE bell_schedule (
  id      INTEGER PRIMARY KEY,
  year_id INTEGER NOT NULL REFERENCES school_year (id),
  name    TEXT NOT NULL CHECK (name <> ''),
  UNIQUE (year_id, name)
) STRICT;

CREATE TABLE bell (
  schedule_id   INTEGER NOT NULL REFERENCES bell_schedule (id) ON DELETE CASCADE,
  lesson_number INTEGER NOT NULL CHECK (lesson_number BETWEEN 0 AND 14),
  starts_at     TEXT NOT NULL CHECK (starts_at GLOB '[0-2][0-9]:[0-5][0-9]'),
  ends_at       TEXT NOT NULL CHECK (ends_at GLOB '[0-2][0-9]:[0-5][0-9]'),
  PRIMARY KEY (schedule_id, lesson_number),
  CHECK (starts_at < ends_at)
) STRICT, WITHOUT ROWID;

-- When a bell schedule rings: of a shift, perhaps only on a weekday or on one day; the narrowest wins.
CREATE TABLE bell_use (
  id          INTEGER PRIMARY KEY,
  schedule_id INTEGER NOT NULL REFERENCES bell_schedule (id) ON DELETE CASCADE,
  shift       INTEGER NOT NULL CHECK (shift BETWEEN 1 AND 3),
  weekday     INTEGER CHECK (weekday BETWEEN 1 AND 7),
  date        TEXT CHECK (date IS date(date)),
  grade_from  INTEGER NOT NULL DEFAULT 1 CHECK (grade_from BETWEEN 1 AND 12),
  grade_to    INTEGER NOT NULL DEFAULT 12 CHECK (grade_to BETWEEN grade_from AND 12),
  CHECK (weekday IS NULL OR date IS NULL)
) STRICT;
CREATE INDEX bell_use_by_schedule ON bell_use (schedule_id);

-- Classes, subjects, curriculum (S3, S4, S5) ----------------------------------------------------

ALTER TABLE school_class ADD COLUMN shift INTEGER NOT NULL DEFAULT 1 CHECK (shift BETWEEN 1 AND 3);
ALTER TABLE school_class ADD COLUMN study_days INTEGER NOT NULL DEFAULT 5 CHECK (study_days IN (5, 6));
ALTER TABLE school_class ADD COLUMN profile TEXT NOT NULL DEFAULT '';
ALTER TABLE school_class ADD COLUMN room_id INTEGER REFERENCES room (id);
-- The class of the year before that became this one.
ALTER TABLE school_class ADD COLUMN continues_id INTEGER REFERENCES school_class (id);
CREATE INDEX school_class_by_continued ON school_class (continues_id);

-- Points a subject is marked with; the three limits say from which point a level begins. With
-- `periods_in_five` the marks of periods are of five points whatever those of lessons are.
CREATE TABLE point_scale (
  id                INTEGER PRIMARY KEY,
  name              TEXT NOT NULL UNIQUE CHECK (name <> ''),
  lowest            INTEGER NOT NULL CHECK (lowest BETWEEN 0 AND 100),
  highest           INTEGER NOT NULL CHECK (highest BETWEEN 1 AND 100),
  satisfactory_from INTEGER NOT NULL,
  good_from         INTEGER NOT NULL,
  excellent_from    INTEGER NOT NULL,
  periods_in_five   INTEGER NOT NULL DEFAULT 0 CHECK (periods_in_five IN (0, 1)),
  CHECK (lowest < satisfactory_from AND satisfactory_from < good_from
         AND good_from < excellent_from AND excellent_from <= highest)
) STRICT;
INSERT INTO point_scale (id, name, lowest, highest, satisfactory_from, good_from, excellent_from)
VALUES (1, 'Пятибалльная', 1, 5, 3, 4, 5),
       (2, 'Десятибалльная', 1, 10, 5, 7, 9),
       (3, 'Двенадцатибалльная', 1, 12, 4, 7, 10),
       (4, 'Стобалльная', 0, 100, 50, 70, 85);

ALTER TABLE subject ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE subject ADD COLUMN kind TEXT NOT NULL DEFAULT 'main' CHECK (kind IN ('main', 'extra', 'additional'));
ALTER TABLE subject ADD COLUMN scale_id INTEGER NOT NULL DEFAULT 1 REFERENCES point_scale (id);
ALTER TABLE subject ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
ALTER TABLE work_kind ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));

-- Учебный план: what a class learns and how many hours a week a pupil has of it. `grading` and
-- `scale_id` say how the class is assessed where it differs from the subject («без аттестации»).
CREATE TABLE curriculum_item (
  id             INTEGER PRIMARY KEY,
  class_id       INTEGER NOT NULL REFERENCES school_class (id),
  subject_id     INTEGER NOT NULL REFERENCES subject (id),
  hours_per_week REAL NOT NULL CHECK (hours_per_week > 0 AND hours_per_week <= 40),
  hours_per_year INTEGER CHECK (hours_per_year BETWEEN 1 AND 1500),
  part           TEXT NOT NULL DEFAULT 'mandatory' CHECK (part IN ('mandatory', 'formed', 'extra')),
  grading        TEXT CHECK (grading IN ('marks', 'credit', 'none')),
  scale_id       INTEGER REFERENCES point_scale (id),
  UNIQUE (class_id, subject_id)
) STRICT;
CREATE INDEX curriculum_item_by_subject ON curriculum_item (subject_id);

-- Named groups: a part of one class, a stream over several, or one pupil with an individual plan.
-- Groups of one division exclude each other.
ALTER TABLE study_group ADD COLUMN kind TEXT NOT NULL DEFAULT 'subgroup'
  CHECK (kind IN ('subgroup', 'stream', 'individual'));
ALTER TABLE study_group ADD COLUMN division TEXT NOT NULL DEFAULT '';
ALTER TABLE study_group ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));

-- The other classes of a stream; `study_group.class_id` is the one that leads.
CREATE TABLE stream_class (
  group_id INTEGER NOT NULL REFERENCES study_group (id),
  class_id INTEGER NOT NULL REFERENCES school_class (id),
  PRIMARY KEY (group_id, class_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stream_class_by_class ON stream_class (class_id);

-- ИУП. A subject with the class is not named; `individual` is learnt in a group of one's own,
-- `exempt` not at all: from such a subject's page of the class the pupil is missing.
CREATE TABLE individual_plan (
  id        INTEGER PRIMARY KEY,
  pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
  year_id   INTEGER NOT NULL REFERENCES school_year (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date   TEXT CHECK (to_date IS date(to_date)),
  reason    TEXT NOT NULL DEFAULT '',
  UNIQUE (pupil_id, from_date),
  CHECK (to_date IS NULL OR from_date <= to_date)
) STRICT;
CREATE INDEX individual_plan_by_year ON individual_plan (year_id);

CREATE TABLE individual_plan_item (
  plan_id        INTEGER NOT NULL REFERENCES individual_plan (id) ON DELETE CASCADE,
  subject_id     INTEGER NOT NULL REFERENCES subject (id),
  mode           TEXT NOT NULL CHECK (mode IN ('individual', 'exempt')),
  hours_per_week REAL NOT NULL CHECK (hours_per_week >= 0 AND hours_per_week <= 40),
  group_id       INTEGER REFERENCES study_group (id),
  PRIMARY KEY (plan_id, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX individual_plan_item_by_group ON individual_plan_item (group_id);

-- How far the assistant that opens a year has come (S8); `done` is the list of its finished steps.
CREATE TABLE year_opening (
  year_id      INTEGER PRIMARY KEY REFERENCES school_year (id),
  from_year_id INTEGER NOT NULL REFERENCES school_year (id),
  done         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(done)),
  finished_at  TEXT
) STRICT;

-- Marks of other scales (S6): the table's own rule is only what no scale could have.
CREATE TABLE new_mark (
  lesson_id     INTEGER NOT NULL,
  pupil_id      INTEGER NOT NULL,
  position      INTEGER NOT NULL CHECK (position BETWEEN 1 AND 9),
  work_position INTEGER NOT NULL,
  value         TEXT NOT NULL CHECK (
    value IN ('.', 'зач', 'незач', 'н/а', 'осв')
    OR (value NOT GLOB '*[^0-9]*' AND CAST(value AS INTEGER) BETWEEN 0 AND 100
        AND value = CAST(CAST(value AS INTEGER) AS TEXT))),
  PRIMARY KEY (lesson_id, pupil_id, position),
  FOREIGN KEY (lesson_id, pupil_id) REFERENCES journal_cell (lesson_id, pupil_id) ON DELETE CASCADE,
  FOREIGN KEY (lesson_id, work_position) REFERENCES lesson_work (lesson_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO new_mark SELECT lesson_id, pupil_id, position, work_position, value FROM mark;
DROP TABLE mark;
ALTER TABLE new_mark RENAME TO mark;
CREATE INDEX mark_by_work ON mark (lesson_id, work_position);

CREATE TABLE new_period_mark (
  pupil_id   INTEGER NOT NULL REFERENCES pupil (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  period_id  INTEGER NOT NULL REFERENCES period (id),
  value      TEXT NOT NULL CHECK (
    value IN ('', 'зач', 'незач', 'н/а', 'осв')
    OR (value NOT GLOB '*[^0-9]*' AND CAST(value AS INTEGER) BETWEEN 0 AND 100
        AND value = CAST(CAST(value AS INTEGER) AS TEXT))),
  note       TEXT NOT NULL DEFAULT '',
  version    INTEGER NOT NULL,
  PRIMARY KEY (period_id, subject_id, pupil_id)
) STRICT, WITHOUT ROWID;
INSERT INTO new_period_mark SELECT pupil_id, subject_id, period_id, value, note, version FROM period_mark;
DROP TABLE period_mark;
ALTER TABLE new_period_mark RENAME TO period_mark;
CREATE INDEX period_mark_by_pupil ON period_mark (pupil_id);
CREATE INDEX period_mark_by_subject ON period_mark (subject_id);
