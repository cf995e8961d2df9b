-- A pupil's card (C1) ---------------------------------------------------------------------------

ALTER TABLE pupil ADD COLUMN snils TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN registered_address TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN citizenship TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN previous_school TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN education_form TEXT NOT NULL DEFAULT 'fullTime'
  CHECK (education_form IN ('fullTime', 'partTime', 'correspondence', 'family', 'home'));
ALTER TABLE pupil ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- Rises with every change of the card: a stale change is refused.
ALTER TABLE pupil ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

CREATE TABLE pupil_photo (
  pupil_id INTEGER PRIMARY KEY REFERENCES pupil (id),
  jpeg     BLOB NOT NULL CHECK (length(jpeg) <= 300000)
) STRICT;

CREATE TABLE representative (
  id          INTEGER PRIMARY KEY,
  last_name   TEXT NOT NULL CHECK (last_name <> ''),
  first_name  TEXT NOT NULL DEFAULT '',
  middle_name TEXT NOT NULL DEFAULT '',
  phone       TEXT NOT NULL DEFAULT '',
  email       TEXT NOT NULL DEFAULT '',
  address     TEXT NOT NULL DEFAULT '',
  note        TEXT NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX representative_by_name ON representative (last_name, first_name, middle_name);

CREATE TABLE pupil_representative (
  pupil_id          INTEGER NOT NULL REFERENCES pupil (id),
  representative_id INTEGER NOT NULL REFERENCES representative (id),
  relation          TEXT NOT NULL CHECK (relation IN
    ('mother', 'father', 'guardian', 'trustee', 'fosterParent', 'institution', 'relative', 'other')),
  legal             INTEGER NOT NULL DEFAULT 1 CHECK (legal IN (0, 1)),
  main              INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
  PRIMARY KEY (pupil_id, representative_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pupil_representative_by_representative ON pupil_representative (representative_id);

-- Health (листок здоровья): readable neither with the journal's key nor by who is not permitted.
-- The block's own key lies sealed for each permitted account and for the recovery key.
CREATE TABLE health_account (
  account_id     INTEGER PRIMARY KEY REFERENCES account (id),
  public_key     BLOB NOT NULL,
  -- Under a key that only the account's password gives.
  sealed_private BLOB NOT NULL
) STRICT;

CREATE TABLE health_access (
  -- 0 stands for the recovery key.
  account_id INTEGER PRIMARY KEY,
  sealed_key BLOB NOT NULL,
  granted_by TEXT NOT NULL DEFAULT '',
  granted_at TEXT NOT NULL
) STRICT;

CREATE TABLE pupil_health (
  pupil_id INTEGER PRIMARY KEY REFERENCES pupil (id),
  sealed   BLOB NOT NULL,
  version  INTEGER NOT NULL
) STRICT;

-- Movement (C2) ---------------------------------------------------------------------------------

CREATE TABLE movement_order (
  id     INTEGER PRIMARY KEY,
  number TEXT NOT NULL CHECK (number <> ''),
  date   TEXT NOT NULL CHECK (date IS date(date)),
  title  TEXT NOT NULL DEFAULT '',
  UNIQUE (number, date)
) STRICT;

-- One pupil by one order. The first day in the new class, or the last day in the old one, is
-- `effective_on`: of a leaving and a graduation it is the last day in the school.
CREATE TABLE movement (
  id            INTEGER PRIMARY KEY,
  pupil_id      INTEGER NOT NULL REFERENCES pupil (id),
  order_id      INTEGER NOT NULL REFERENCES movement_order (id),
  kind          TEXT NOT NULL CHECK (kind IN ('arrival', 'leaving', 'transfer', 'promotion',
                  'conditionalPromotion', 'repeat', 'graduation')),
  effective_on  TEXT NOT NULL CHECK (effective_on IS date(effective_on)),
  from_class_id INTEGER REFERENCES school_class (id),
  to_class_id   INTEGER REFERENCES school_class (id),
  -- Where from, where to, and why.
  place         TEXT NOT NULL DEFAULT '',
  reason        TEXT NOT NULL DEFAULT '',
  revoked_at    TEXT,
  revoked_why   TEXT NOT NULL DEFAULT '',
  CHECK ((kind IN ('leaving', 'graduation')) = (to_class_id IS NULL)),
  CHECK ((kind = 'arrival') = (from_class_id IS NULL))
) STRICT;
CREATE INDEX movement_by_pupil ON movement (pupil_id, effective_on);
CREATE INDEX movement_by_order ON movement (order_id);
CREATE INDEX movement_by_day ON movement (effective_on);
CREATE INDEX movement_by_from_class ON movement (from_class_id);
CREATE INDEX movement_by_to_class ON movement (to_class_id);

-- What a movement did to the pupil's memberships, row by row; revoking it does the opposite. A row is
-- told by its owner (class, group, or the year of an individual plan) and its first day.
CREATE TABLE movement_effect (
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  position    INTEGER NOT NULL,
  membership  TEXT NOT NULL CHECK (membership IN ('class', 'group', 'plan')),
  owner_id    INTEGER NOT NULL,
  from_date   TEXT NOT NULL CHECK (from_date IS date(from_date)),
  was_there   INTEGER NOT NULL CHECK (was_there IN (0, 1)),
  to_before   TEXT CHECK (to_before IS date(to_before)),
  is_there    INTEGER NOT NULL CHECK (is_there IN (0, 1)),
  to_after    TEXT CHECK (to_after IS date(to_after)),
  PRIMARY KEY (movement_id, position),
  CHECK (was_there OR is_there)
) STRICT, WITHOUT ROWID;

-- What a conditionally promoted pupil still owes (академическая задолженность).
CREATE TABLE academic_debt (
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  subject_id  INTEGER NOT NULL REFERENCES subject (id),
  due_on      TEXT NOT NULL CHECK (due_on IS date(due_on)),
  settled_on  TEXT CHECK (settled_on IS date(settled_on)),
  PRIMARY KEY (movement_id, subject_id)
) STRICT, WITHOUT ROWID;

-- Marks an arriving pupil brings from another school: current ones of a period, with their day where
-- it is known, or the mark for the period itself.
CREATE TABLE brought_mark (
  id         INTEGER PRIMARY KEY,
  pupil_id   INTEGER NOT NULL REFERENCES pupil (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  period_id  INTEGER NOT NULL REFERENCES period (id),
  kind       TEXT NOT NULL CHECK (kind IN ('current', 'period')),
  date       TEXT CHECK (date IS date(date)),
  value      TEXT NOT NULL CHECK (value <> ''),
  weight     INTEGER NOT NULL DEFAULT 1 CHECK (weight BETWEEN 0 AND 100),
  note       TEXT NOT NULL DEFAULT '',
  CHECK (date IS NULL OR kind = 'current')
) STRICT;
CREATE UNIQUE INDEX brought_period_mark ON brought_mark (pupil_id, subject_id, period_id)
  WHERE kind = 'period';
CREATE INDEX brought_mark_by_pupil ON brought_mark (pupil_id, period_id, subject_id);

-- Consents, refusals (C3) and the check of data (C5) --------------------------------------------

CREATE TABLE consent (
  id                INTEGER PRIMARY KEY,
  pupil_id          INTEGER NOT NULL REFERENCES pupil (id),
  representative_id INTEGER REFERENCES representative (id),
  kind              TEXT NOT NULL CHECK (kind IN ('processing', 'electronicForm', 'photo', 'publication')),
  decision          TEXT NOT NULL CHECK (decision IN ('given', 'refused')),
  document          TEXT NOT NULL DEFAULT '',
  dated_on          TEXT NOT NULL CHECK (dated_on IS date(dated_on)),
  valid_until       TEXT CHECK (valid_until IS date(valid_until)),
  withdrawn_on      TEXT CHECK (withdrawn_on IS date(withdrawn_on)),
  note              TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX consent_by_pupil ON consent (pupil_id, kind, dated_on);

CREATE TABLE data_check (
  id         INTEGER PRIMARY KEY,
  class_id   INTEGER NOT NULL REFERENCES school_class (id),
  name       TEXT NOT NULL CHECK (name <> ''),
  started_on TEXT NOT NULL CHECK (started_on IS date(started_on)),
  UNIQUE (class_id, name)
) STRICT;

CREATE TABLE data_check_pupil (
  check_id INTEGER NOT NULL REFERENCES data_check (id),
  pupil_id INTEGER NOT NULL REFERENCES pupil (id),
  done_on  TEXT NOT NULL CHECK (done_on IS date(done_on)),
  result   TEXT NOT NULL CHECK (result IN ('confirmed', 'changed')),
  note     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (check_id, pupil_id)
) STRICT, WITHOUT ROWID;
