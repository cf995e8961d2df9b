-- The timetable (T1) ----------------------------------------------------------------------------

-- A draft is in force nowhere. `cycle_from` is a Monday of week A where weeks alternate.
ALTER TABLE timetable_version ADD COLUMN draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1));
ALTER TABLE timetable_version ADD COLUMN cycle_from TEXT CHECK (cycle_from IS date(cycle_from));
ALTER TABLE timetable_version ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- Rooms were words beside the lessons; now each is one of the school's.
INSERT INTO building (name) SELECT 'Основное здание' WHERE EXISTS (SELECT 1 FROM timetable_entry WHERE room <> '')
  AND NOT EXISTS (SELECT 1 FROM building);
INSERT INTO room (building_id, name)
  SELECT (SELECT min(id) FROM building), room FROM timetable_entry WHERE room <> '' GROUP BY room;

-- `week`: 0 every week, 1 week A, 2 week B.
CREATE TABLE new_timetable_entry (
  id            INTEGER PRIMARY KEY,
  version_id    INTEGER NOT NULL REFERENCES timetable_version (id),
  weekday       INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  lesson_number INTEGER NOT NULL CHECK (lesson_number BETWEEN 0 AND 14),
  week          INTEGER NOT NULL DEFAULT 0 CHECK (week IN (0, 1, 2)),
  page_id       INTEGER NOT NULL REFERENCES journal_page (id),
  room_id       INTEGER REFERENCES room (id),
  UNIQUE (version_id, page_id, weekday, lesson_number, week)
) STRICT;
INSERT INTO new_timetable_entry (id, version_id, weekday, lesson_number, page_id, room_id)
  SELECT entry.id, entry.version_id, entry.weekday, entry.lesson_number, entry.page_id,
         (SELECT min(room.id) FROM room WHERE room.name = entry.room)
  FROM timetable_entry AS entry;
DROP TABLE timetable_entry;
ALTER TABLE new_timetable_entry RENAME TO timetable_entry;
CREATE INDEX timetable_entry_by_page ON timetable_entry (page_id);
CREATE INDEX timetable_entry_by_room ON timetable_entry (room_id);

-- Hours in which somebody does not teach (wishes and second jobs): shown while placing.
CREATE TABLE teacher_busy (
  staff_id      INTEGER NOT NULL REFERENCES staff_member (id),
  weekday       INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  lesson_number INTEGER NOT NULL CHECK (lesson_number BETWEEN 0 AND 14),
  strict        INTEGER NOT NULL DEFAULT 1 CHECK (strict IN (0, 1)),
  PRIMARY KEY (staff_id, weekday, lesson_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE new_name_match (
  source    TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('teacher', 'subject', 'class', 'room')),
  name      TEXT NOT NULL,
  target_id INTEGER NOT NULL,
  PRIMARY KEY (source, kind, name)
) STRICT, WITHOUT ROWID;
INSERT INTO new_name_match SELECT source, kind, name, target_id FROM name_match;
DROP TABLE name_match;
ALTER TABLE new_name_match RENAME TO name_match;

-- Changes of a day (T2) -------------------------------------------------------------------------

-- A cancelled lesson stays for the register; no page shows it. Its room where it is not the timetable's.
ALTER TABLE lesson ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1));
ALTER TABLE lesson ADD COLUMN room_id INTEGER REFERENCES room (id);

CREATE TABLE staff_absence (
  id        INTEGER PRIMARY KEY,
  staff_id  INTEGER NOT NULL REFERENCES staff_member (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date   TEXT NOT NULL CHECK (to_date IS date(to_date)),
  reason    TEXT NOT NULL CHECK (reason IN ('illness', 'trip', 'training', 'leave', 'unpaidLeave', 'other')),
  document  TEXT NOT NULL DEFAULT '',
  note      TEXT NOT NULL DEFAULT '',
  CHECK (from_date <= to_date)
) STRICT;
CREATE INDEX staff_absence_by_staff ON staff_absence (staff_id, from_date);
CREATE INDEX staff_absence_by_day ON staff_absence (from_date);

-- One change of one lesson, as it was registered. `before` holds what taking it back restores.
CREATE TABLE day_change (
  id              INTEGER PRIMARY KEY,
  kind            TEXT NOT NULL CHECK (kind IN ('substitution', 'cancellation', 'move', 'replacement', 'room')),
  lesson_id       INTEGER NOT NULL REFERENCES lesson (id),
  -- Of a replacement: the lesson of another page that is held instead.
  made_lesson_id  INTEGER REFERENCES lesson (id),
  -- The day and hour the lesson had; a move has also where it went.
  date            TEXT NOT NULL CHECK (date IS date(date)),
  lesson_number   INTEGER NOT NULL,
  to_date         TEXT CHECK (to_date IS date(to_date)),
  to_number       INTEGER,
  absent_id       INTEGER REFERENCES staff_member (id),
  substitute_id   INTEGER REFERENCES staff_member (id),
  absence_id      INTEGER REFERENCES staff_absence (id),
  reason          TEXT NOT NULL DEFAULT '',
  payment         TEXT NOT NULL DEFAULT 'paid' CHECK (payment IN ('paid', 'unpaid', 'merged')),
  before          TEXT NOT NULL CHECK (json_valid(before)),
  -- Registered after the lesson was over («внесено после урока», ТИП 2.13): then why stands here.
  late_why        TEXT NOT NULL DEFAULT '',
  registered_at   TEXT NOT NULL,
  registered_by   TEXT NOT NULL,
  revoked_at      TEXT,
  revoked_by      TEXT NOT NULL DEFAULT '',
  revoked_why     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX day_change_by_lesson ON day_change (lesson_id);
CREATE INDEX day_change_by_made_lesson ON day_change (made_lesson_id);
CREATE INDEX day_change_by_day ON day_change (date);
CREATE INDEX day_change_by_day_moved_to ON day_change (to_date);
CREATE INDEX day_change_by_substitute ON day_change (substitute_id, date);
CREATE INDEX day_change_by_absence ON day_change (absence_id);
