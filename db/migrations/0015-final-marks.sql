-- What a class has in a subject after the year's mark (J6): a final mark, or an examination and a final
-- mark. An examination is no period: it has no days, so its marks stand in a table of their own.
ALTER TABLE curriculum_item ADD COLUMN finals TEXT NOT NULL DEFAULT 'none'
  CHECK (finals IN ('none', 'final', 'exam'));

CREATE TABLE final_mark (
  year_id    INTEGER NOT NULL REFERENCES school_year (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  pupil_id   INTEGER NOT NULL REFERENCES pupil (id),
  kind       TEXT NOT NULL CHECK (kind IN ('exam', 'final')),
  value      TEXT NOT NULL CHECK (
    value IN ('', 'зач', 'незач', 'н/а', 'осв')
    OR (value NOT GLOB '*[^0-9]*' AND CAST(value AS INTEGER) BETWEEN 0 AND 100
        AND value = CAST(CAST(value AS INTEGER) AS TEXT))),
  note       TEXT NOT NULL DEFAULT '',
  version    INTEGER NOT NULL,
  PRIMARY KEY (year_id, subject_id, pupil_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX final_mark_by_pupil ON final_mark (pupil_id);
CREATE INDEX final_mark_by_subject ON final_mark (subject_id);
