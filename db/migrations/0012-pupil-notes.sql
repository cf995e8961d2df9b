-- Remarks, thanks, achievements and recommendations, worded for parents (J8).
CREATE TABLE pupil_note (
  id       INTEGER PRIMARY KEY,
  pupil_id INTEGER NOT NULL REFERENCES pupil (id),
  -- The page it was written from; none where the class teacher or a deputy wrote it.
  page_id  INTEGER REFERENCES journal_page (id),
  kind     TEXT NOT NULL
    CHECK (kind IN ('thanks', 'achievement', 'recommendation', 'remark', 'appeal')),
  date     TEXT NOT NULL CHECK (date IS date(date)),
  text     TEXT NOT NULL CHECK (text <> ''),
  staff_id INTEGER NOT NULL REFERENCES staff_member (id),
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX pupil_note_by_pupil ON pupil_note (pupil_id, date);
