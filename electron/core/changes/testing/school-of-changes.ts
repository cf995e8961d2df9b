import { randomUUID } from 'node:crypto';
import { insertAccount, setSlot } from '#db/queries/accounts';
import { insertStaffMember } from '#db/queries/people';
import { insertBuilding, insertRoom } from '#db/queries/rooms';
import { change, run } from '#db/statement';
import { giveSlot } from '../../session/passwords';
import { PASSWORD, smallSchool, windowOn } from '../../testing/school';

const insertTeacher = change<[number, number]>(
  `INSERT INTO page_teacher (page_id, staff_id, from_date) VALUES (?, ?, '2026-09-01')`,
);
const insertLesson = change<[number, string, number]>(
  'INSERT INTO lesson (page_id, date, lesson_number) VALUES (?, ?, ?)',
);
const moveLessons = change<[number, number]>(
  'UPDATE lesson SET lesson_number = ? WHERE page_id = ?',
);

/**
 * The small school in which lessons can be given away: algebra is 8-А's second lesson, physics its
 * third, reading is 1-А's second by nobody else's teacher; a second teacher has physics, a third
 * teaches algebra in 1-А; on 24 November there are lessons again. Two rooms.
 */
export async function schoolOfChanges(options: { readonly now?: () => Date } = {}) {
  const school = await smallSchool(options);
  const { core } = school;
  const { open } = core;
  if (open === null) throw new Error('not open');
  const { journal } = open;
  const { staffId: first } = (await school.windowOf('teacher')).connection.session ?? {
    staffId: 0,
  };
  const made = journal.write((db) => {
    const hire = (lastName: string) =>
      insertStaffMember(db, { lastName, firstName: 'Имя', middleName: '', position: '' });
    const second = hire('Вторая');
    const third = hire('Третья');
    run(db, insertTeacher, [school.pages.physics, second]);
    run(db, insertTeacher, [school.pages.reading, third]);
    run(db, moveLessons, [3, school.pages.physics]);
    run(db, moveLessons, [4, school.pages.reading]);
    const tuesday = {
      algebra: run(db, insertLesson, [school.pages.algebra, '2026-11-24', 1]).id,
      physics: run(db, insertLesson, [school.pages.physics, '2026-11-24', 2]).id,
      reading: run(db, insertLesson, [school.pages.reading, '2026-11-24', 3]).id,
    };
    const building = insertBuilding(db, 'Здание');
    const rooms = [insertRoom(db, building, '101'), insertRoom(db, building, '102')] as const;
    return { second, third, tuesday, rooms };
  });
  await giveSlot(core, open, { login: 'second', password: PASSWORD }, (slotId) =>
    journal.write((db) => {
      const id = insertAccount(db, {
        staffId: made.second,
        login: 'second',
        slotId: randomUUID(),
        mustChangePassword: false,
        roles: ['teacher'],
      });
      setSlot(db, id, slotId, false);
    }),
  );
  const windowOfSecond = async () => {
    const opened = windowOn(core);
    await opened.client.session.logIn({ login: 'second', password: PASSWORD });
    return opened;
  };
  return { ...school, ...made, first, journal, windowOfSecond };
}
