-- J3 (ТИП 2.8, 2.9): what is set beside the text for all, which stays in lesson.homework.
ALTER TABLE lesson ADD COLUMN homework_version INTEGER NOT NULL DEFAULT 0;

-- Position 0 tells of the text for all when it is due, how it is done and how long it takes; from 1 on
-- stand tasks of their own for a group of the class or some pupils.
CREATE TABLE homework (
  lesson_id INTEGER NOT NULL REFERENCES lesson (id),
  position  INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9),
  text      TEXT NOT NULL,
  group_id  INTEGER REFERENCES study_group (id),
  due_on    TEXT CHECK (due_on IS date(due_on)),
  minutes   INTEGER CHECK (minutes BETWEEN 1 AND 300),
  manner    TEXT NOT NULL CHECK (manner IN ('', 'written', 'oral', 'byHeart', 'practical')),
  materials TEXT NOT NULL,
  PRIMARY KEY (lesson_id, position),
  CHECK ((position = 0) = (text = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX homework_by_group ON homework (group_id) WHERE group_id IS NOT NULL;

-- Whom a task of its own is for; none where it is for a group.
CREATE TABLE homework_pupil (
  lesson_id INTEGER NOT NULL,
  position  INTEGER NOT NULL CHECK (position > 0),
  pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
  PRIMARY KEY (lesson_id, position, pupil_id),
  FOREIGN KEY (lesson_id, position) REFERENCES homework (lesson_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX homework_pupil_by_pupil ON homework_pupil (pupil_id);
