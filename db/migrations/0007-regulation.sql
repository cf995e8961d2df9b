-- The school's regulation (R): one JSON document a version. Without an approval it is a draft, without
-- a day it is in force nowhere. What a document does not hold is filled from its preset.
CREATE TABLE regulation_version (
  id          INTEGER PRIMARY KEY,
  document    TEXT NOT NULL CHECK (json_valid(document)),
  from_date   TEXT UNIQUE CHECK (from_date IS date(from_date)),
  approved_at TEXT,
  approved_by TEXT NOT NULL DEFAULT '',
  made_at     TEXT NOT NULL,
  made_by     TEXT NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A journal there is already goes on as before: the standard order, but nothing closes until the
-- director has approved what the school wants.
INSERT INTO regulation_version (document, from_date, made_at)
  SELECT json_object(
    'format', 1, 'title', 'Регламент ведения электронного журнала', 'preset', 'tip',
    'rules', json_object(
      'closedByPeriodMarks', json_object(
        'value', json('false'), 'clauses', json_array(), 'words', '', 'origin', 'school'),
      'setAbsenceReasons', json_object(
        'value', json_array('teacher', 'classTeacher'),
        'clauses', json_array('ИНС, классный руководитель а'),
        'words', 'отражает в электронном журнале причину отсутствия ученика на уроке (Б-болеет, У- пропуск урока по уважительной причине, Н- неявка на урок по неуважительной причине)',
        'origin', 'school'))),
    min(starts_on), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
  FROM school_year HAVING count(*) > 0;
