-- A work of a lesson as it is assigned (J2): its form where it is not that of its kind, and its dates.
ALTER TABLE lesson_work ADD COLUMN written INTEGER CHECK (written IN (0, 1));
-- Where it was not given on the lesson itself.
ALTER TABLE lesson_work ADD COLUMN given_on TEXT CHECK (given_on IS date(given_on));
ALTER TABLE lesson_work ADD COLUMN due_on TEXT CHECK (due_on IS date(due_on));
