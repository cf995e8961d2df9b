-- The school and its year ------------------------------------------------------------------------

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE school (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  name       TEXT NOT NULL CHECK (name <> ''),
  city       TEXT NOT NULL DEFAULT '',
  journal_id TEXT NOT NULL UNIQUE,
  demo       INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE school_year (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE CHECK (name <> ''),
  starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
  ends_on   TEXT NOT NULL CHECK (ends_on IS date(ends_on)),
  CHECK (starts_on < ends_on)
) STRICT;

-- A year's mark stands in a period of its own (kind 'year'), so all period marks are alike.
CREATE TABLE period (
  id         INTEGER PRIMARY KEY,
  year_id    INTEGER NOT NULL REFERENCES school_year (id),
  kind       TEXT NOT NULL CHECK (kind IN ('quarter', 'trimester', 'half', 'year')),
  number     INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4),
  starts_on  TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
  ends_on    TEXT NOT NULL CHECK (ends_on IS date(ends_on)),
  grade_from INTEGER NOT NULL CHECK (grade_from BETWEEN 1 AND 12),
  grade_to   INTEGER NOT NULL CHECK (grade_to BETWEEN grade_from AND 12),
  UNIQUE (year_id, kind, number, grade_from),
  CHECK (starts_on < ends_on)
) STRICT;

CREATE TABLE holiday (
  id        INTEGER PRIMARY KEY,
  year_id   INTEGER NOT NULL REFERENCES school_year (id),
  name      TEXT NOT NULL,
  starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
  ends_on   TEXT NOT NULL CHECK (ends_on IS date(ends_on)),
  CHECK (starts_on <= ends_on)
) STRICT;
CREATE INDEX holiday_by_year ON holiday (year_id, starts_on);

-- People -----------------------------------------------------------------------------------------

CREATE TABLE staff_member (
  id           INTEGER PRIMARY KEY,
  last_name    TEXT NOT NULL CHECK (last_name <> ''),
  first_name   TEXT NOT NULL DEFAULT '',
  middle_name  TEXT NOT NULL DEFAULT '',
  position     TEXT NOT NULL DEFAULT '',
  hired_on     TEXT CHECK (hired_on IS date(hired_on)),
  dismissed_on TEXT CHECK (dismissed_on IS date(dismissed_on))
) STRICT;

-- An account's password opens the key slot named here; the slot itself lies beside the database.
CREATE TABLE account (
  id                   INTEGER PRIMARY KEY,
  staff_id             INTEGER NOT NULL UNIQUE REFERENCES staff_member (id),
  login                TEXT NOT NULL UNIQUE CHECK (login <> ''),
  slot_id              TEXT NOT NULL UNIQUE,
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  blocked_at           TEXT
) STRICT;

CREATE TABLE account_role (
  account_id INTEGER NOT NULL REFERENCES account (id),
  role       TEXT NOT NULL CHECK (role IN
    ('administrator', 'director', 'deputy', 'classTeacher', 'teacher', 'secretary')),
  PRIMARY KEY (account_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE pupil (
  id            INTEGER PRIMARY KEY,
  last_name     TEXT NOT NULL CHECK (last_name <> ''),
  first_name    TEXT NOT NULL CHECK (first_name <> ''),
  middle_name   TEXT NOT NULL DEFAULT '',
  sex           TEXT CHECK (sex IN ('male', 'female')),
  birth_date    TEXT CHECK (birth_date IS date(birth_date)),
  personal_file TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX pupil_by_name ON pupil (last_name, first_name, middle_name);

-- Classes, groups, pages -------------------------------------------------------------------------

CREATE TABLE school_class (
  id                  INTEGER PRIMARY KEY,
  year_id             INTEGER NOT NULL REFERENCES school_year (id),
  grade               INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  letter              TEXT NOT NULL,
  homeroom_teacher_id INTEGER REFERENCES staff_member (id),
  UNIQUE (year_id, grade, letter)
) STRICT;
CREATE INDEX school_class_by_homeroom_teacher ON school_class (homeroom_teacher_id);

-- Both days belong to the membership; no last day: it still goes on.
CREATE TABLE class_membership (
  id        INTEGER PRIMARY KEY,
  class_id  INTEGER NOT NULL REFERENCES school_class (id),
  pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date   TEXT CHECK (to_date IS date(to_date)),
  UNIQUE (class_id, pupil_id, from_date),
  CHECK (to_date IS NULL OR from_date <= to_date)
) STRICT;
CREATE INDEX class_membership_by_pupil ON class_membership (pupil_id, from_date);

CREATE TABLE subject (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  short_name TEXT NOT NULL DEFAULT '',
  grading    TEXT NOT NULL DEFAULT 'marks' CHECK (grading IN ('marks', 'credit', 'none')),
  position   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A group without a name is the whole class: its members are the class's.
CREATE TABLE study_group (
  id       INTEGER PRIMARY KEY,
  class_id INTEGER NOT NULL REFERENCES school_class (id),
  name     TEXT NOT NULL DEFAULT '',
  UNIQUE (class_id, name)
) STRICT;

CREATE TABLE study_group_membership (
  id        INTEGER PRIMARY KEY,
  group_id  INTEGER NOT NULL REFERENCES study_group (id),
  pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date   TEXT CHECK (to_date IS date(to_date)),
  UNIQUE (group_id, pupil_id, from_date),
  CHECK (to_date IS NULL OR from_date <= to_date)
) STRICT;
CREATE INDEX study_group_membership_by_pupil ON study_group_membership (pupil_id);

-- A page of the journal: a group and a subject.
CREATE TABLE journal_page (
  id         INTEGER PRIMARY KEY,
  group_id   INTEGER NOT NULL REFERENCES study_group (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  UNIQUE (group_id, subject_id)
) STRICT;
CREATE INDEX journal_page_by_subject ON journal_page (subject_id);

CREATE TABLE page_teacher (
  id             INTEGER PRIMARY KEY,
  page_id        INTEGER NOT NULL REFERENCES journal_page (id),
  staff_id       INTEGER NOT NULL REFERENCES staff_member (id),
  hours_per_week REAL NOT NULL DEFAULT 0 CHECK (hours_per_week >= 0),
  from_date      TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date        TEXT CHECK (to_date IS date(to_date)),
  UNIQUE (page_id, staff_id, from_date),
  CHECK (to_date IS NULL OR from_date <= to_date)
) STRICT;
CREATE INDEX page_teacher_by_staff ON page_teacher (staff_id);

-- Timetable and lessons --------------------------------------------------------------------------

CREATE TABLE timetable_version (
  id         INTEGER PRIMARY KEY,
  year_id    INTEGER NOT NULL REFERENCES school_year (id),
  name       TEXT NOT NULL,
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  source     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX timetable_version_by_year ON timetable_version (year_id, valid_from);

CREATE TABLE timetable_entry (
  id            INTEGER PRIMARY KEY,
  version_id    INTEGER NOT NULL REFERENCES timetable_version (id),
  weekday       INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  lesson_number INTEGER NOT NULL CHECK (lesson_number BETWEEN 0 AND 14),
  page_id       INTEGER NOT NULL REFERENCES journal_page (id),
  room          TEXT NOT NULL DEFAULT '',
  UNIQUE (version_id, page_id, weekday, lesson_number)
) STRICT;
CREATE INDEX timetable_entry_by_page ON timetable_entry (page_id);

-- What the importers were told: this name of that program is this person, subject or class of ours.
CREATE TABLE name_match (
  source    TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('teacher', 'subject', 'class')),
  name      TEXT NOT NULL,
  target_id INTEGER NOT NULL,
  PRIMARY KEY (source, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE lesson (
  id            INTEGER PRIMARY KEY,
  page_id       INTEGER NOT NULL REFERENCES journal_page (id),
  date          TEXT NOT NULL CHECK (date IS date(date)),
  lesson_number INTEGER NOT NULL CHECK (lesson_number BETWEEN 0 AND 14),
  topic         TEXT NOT NULL DEFAULT '',
  homework      TEXT NOT NULL DEFAULT '',
  version       INTEGER NOT NULL DEFAULT 0,
  UNIQUE (page_id, date, lesson_number)
) STRICT;
CREATE INDEX lesson_by_date ON lesson (date);

-- Marks and attendance ---------------------------------------------------------------------------

CREATE TABLE work_kind (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  short_name TEXT NOT NULL,
  weight     INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100),
  written    INTEGER NOT NULL CHECK (written IN (0, 1)),
  position   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The works of a lesson; the first one is the kind chosen for the lesson's column.
CREATE TABLE lesson_work (
  lesson_id INTEGER NOT NULL REFERENCES lesson (id),
  position  INTEGER NOT NULL CHECK (position BETWEEN 1 AND 9),
  kind_id   INTEGER NOT NULL REFERENCES work_kind (id),
  weight    INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100),
  title     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (lesson_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX lesson_work_by_kind ON lesson_work (kind_id);

CREATE TABLE journal_cell (
  lesson_id    INTEGER NOT NULL REFERENCES lesson (id),
  pupil_id     INTEGER NOT NULL REFERENCES pupil (id),
  attendance   TEXT CHECK (attendance IN ('absent', 'ill', 'excused', 'late')),
  late_minutes INTEGER CHECK (late_minutes BETWEEN 1 AND 240),
  remark       TEXT NOT NULL DEFAULT '',
  version      INTEGER NOT NULL,
  PRIMARY KEY (lesson_id, pupil_id),
  CHECK (late_minutes IS NULL OR attendance = 'late')
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_cell_by_pupil ON journal_cell (pupil_id);

CREATE TABLE mark (
  lesson_id     INTEGER NOT NULL,
  pupil_id      INTEGER NOT NULL,
  position      INTEGER NOT NULL CHECK (position BETWEEN 1 AND 9),
  work_position INTEGER NOT NULL,
  value         TEXT NOT NULL CHECK (value IN ('1', '2', '3', '4', '5', '.', 'зач', 'незач', 'н/а', 'осв')),
  PRIMARY KEY (lesson_id, pupil_id, position),
  FOREIGN KEY (lesson_id, pupil_id) REFERENCES journal_cell (lesson_id, pupil_id) ON DELETE CASCADE,
  FOREIGN KEY (lesson_id, work_position) REFERENCES lesson_work (lesson_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_by_work ON mark (lesson_id, work_position);

-- One mark a pupil, a subject and a period, whichever subgroup's page it was set on.
CREATE TABLE period_mark (
  pupil_id   INTEGER NOT NULL REFERENCES pupil (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  period_id  INTEGER NOT NULL REFERENCES period (id),
  value      TEXT NOT NULL CHECK (value IN ('', '1', '2', '3', '4', '5', 'зач', 'незач', 'н/а', 'осв')),
  note       TEXT NOT NULL DEFAULT '',
  version    INTEGER NOT NULL,
  PRIMARY KEY (period_id, subject_id, pupil_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX period_mark_by_pupil ON period_mark (pupil_id);
CREATE INDEX period_mark_by_subject ON period_mark (subject_id);

-- Copies -----------------------------------------------------------------------------------------

CREATE TABLE copy (
  id          INTEGER PRIMARY KEY,
  made_at     TEXT NOT NULL,
  folder      TEXT NOT NULL,
  size        INTEGER NOT NULL,
  sha256      TEXT NOT NULL,
  counts      TEXT NOT NULL CHECK (json_valid(counts)),
  verified_at TEXT
) STRICT;

-- The audit trail: only ever grows ---------------------------------------------------------------

-- hash = SHA-256 over the row, its changes and the hash before it.
CREATE TABLE audit (
  id            INTEGER PRIMARY KEY,
  at            TEXT NOT NULL,
  request_id    TEXT NOT NULL UNIQUE,
  account_id    INTEGER,
  actor         TEXT NOT NULL,
  workstation   TEXT NOT NULL,
  action        TEXT NOT NULL,
  reason        TEXT NOT NULL DEFAULT '',
  result        TEXT NOT NULL CHECK (json_valid(result)),
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_by_account ON audit (account_id, at);

CREATE TABLE audit_change (
  audit_id  INTEGER NOT NULL REFERENCES audit (id),
  position  INTEGER NOT NULL,
  entity    TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before    TEXT CHECK (before IS NULL OR json_valid(before)),
  after     TEXT CHECK (after IS NULL OR json_valid(after)),
  PRIMARY KEY (audit_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_change_by_entity ON audit_change (entity, entity_id, audit_id);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END;
CREATE TRIGGER audit_change_is_never_changed BEFORE UPDATE ON audit_change
BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END;
CREATE TRIGGER audit_change_is_never_deleted BEFORE DELETE ON audit_change
BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END;
