-- Documents about pupils' absences (справки): from a day to a day. Withdrawn ones stay to be seen.
CREATE TABLE absence_document (
  id           INTEGER PRIMARY KEY,
  pupil_id     INTEGER NOT NULL REFERENCES pupil (id),
  kind         TEXT NOT NULL CHECK (kind IN ('medical', 'parents', 'order', 'other')),
  number       TEXT NOT NULL DEFAULT '',
  reason       TEXT NOT NULL CHECK (reason IN ('ill', 'excused')),
  from_date    TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date      TEXT NOT NULL CHECK (to_date IS date(to_date)),
  note         TEXT NOT NULL DEFAULT '',
  entered_by   TEXT NOT NULL,
  entered_at   TEXT NOT NULL,
  withdrawn_by TEXT,
  withdrawn_at TEXT,
  CHECK (from_date <= to_date),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
) STRICT;
CREATE INDEX absence_document_of_pupil ON absence_document (pupil_id, from_date);

-- The cells that a document turned from «Н»: they are «Н» again when it is withdrawn.
CREATE TABLE excused_cell (
  lesson_id   INTEGER NOT NULL,
  pupil_id    INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES absence_document (id),
  PRIMARY KEY (lesson_id, pupil_id),
  FOREIGN KEY (lesson_id, pupil_id) REFERENCES journal_cell (lesson_id, pupil_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX excused_cell_by_document ON excused_cell (document_id);
