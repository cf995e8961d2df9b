import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { change, run } from '#db/statement';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
let deputy: Client;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
  deputy = (await school.windowOf('deputy')).client;
});
afterEach(() => school.remove());

type Note = Parameters<Client['pupilNotes']['save']>[0];
const note = (change: Partial<Note> = {}): Note => ({
  requestId: randomUUID(),
  id: null,
  version: 0,
  pupilId: school.pupils.abramov,
  pageId: school.pages.algebra,
  kind: 'thanks',
  date: '2026-11-23',
  text: 'Благодарю за активную работу.',
  ...change,
});

test('a teacher thanks from an own page; the deputy reads it beside the remark of a cell', async () => {
  const { id, version } = await teacher.pupilNotes.save(note());
  await teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId: school.lessons.algebra[0]!,
    pupilId: school.pupils.abramov,
    version: 0,
    content: { attendance: null, lateMinutes: null, remark: 'Без тетради', marks: [] },
  });
  const read = await deputy.pupilNotes.ofPupil({ pupilId: school.pupils.abramov });
  expect(read).toMatchObject([
    { id, kind: 'thanks', date: '2026-11-23', subjectName: 'Русский язык', mayChange: false },
    { id: null, kind: 'remark', date: '2026-11-16', text: 'Без тетради', mayRemove: false },
  ]);
  expect(read[0]?.mayRemove).toBe(true);
  const own = await teacher.pupilNotes.ofPupil({ pupilId: school.pupils.abramov });
  expect(own).toHaveLength(2);
  await teacher.pupilNotes.save(note({ id, version, kind: 'achievement', text: 'Первое место.' }));
  const stale = teacher.pupilNotes.save(note({ id, version, text: 'Поздно' }));
  expect((await refusalOf(stale))?.code).toBe('CONFLICT');
  await deputy.pupilNotes.remove({ requestId: randomUUID(), id, version: 2 });
  expect(await teacher.pupilNotes.ofPupil({ pupilId: school.pupils.abramov })).toHaveLength(1);
});

test('nobody writes of a strange pupil, before the day, or over what another wrote', async () => {
  const strange = teacher.pupilNotes.save(note({ pageId: null }));
  expect(await refusalOf(strange)).toEqual({ code: 'FORBIDDEN', data: { why: 'notYourClass' } });
  const elsewhere = teacher.pupilNotes.save(note({ pageId: school.pages.physics }));
  expect((await refusalOf(elsewhere))?.code).toBe('FORBIDDEN');
  const tomorrow = teacher.pupilNotes.save(note({ date: '2026-11-24' }));
  expect(await refusalOf(tomorrow)).toEqual({ code: 'INVALID', data: { why: 'dates' } });
  const { id } = await deputy.pupilNotes.save(note({ pageId: null, kind: 'appeal' }));
  const others = teacher.pupilNotes.save(note({ id, version: 1 }));
  expect(await refusalOf(others)).toEqual({ code: 'FORBIDDEN', data: { why: 'notYourNote' } });
  const taken = teacher.pupilNotes.remove({ requestId: randomUUID(), id, version: 1 });
  expect(await refusalOf(taken)).toEqual({ code: 'FORBIDDEN', data: { why: 'notYourNote' } });
  // What the deputy wrote to the parents is not on the teacher's page.
  expect(await teacher.pupilNotes.ofPupil({ pupilId: school.pupils.abramov })).toEqual([]);
});

test('the class teacher sees all of the own class and of no other', async () => {
  await teacher.pupilNotes.save(note());
  const { client } = await school.windowOf('classTeacher');
  const span = { from: '2026-11-01', to: '2026-11-30' } as const;
  const classes = await deputy.journal.pages({});
  const answers = await Promise.all(
    [...new Set(classes.map(({ classId }) => classId))].map(async (classId) => ({
      refused: await refusalOf(client.pupilNotes.ofClass({ ...span, classId })),
    })),
  );
  expect(answers.filter(({ refused }) => refused === undefined)).toHaveLength(1);
  expect(answers.filter(({ refused }) => refused?.code === 'FORBIDDEN').length).toBeGreaterThan(0);
});

test('what was written in a closed year, or outside of any, is neither changed nor taken out', async () => {
  const { id, version } = await teacher.pupilNotes.save(note());
  const before = deputy.pupilNotes.save(note({ pageId: null, date: '1999-11-23' }));
  expect(await refusalOf(before)).toEqual({ code: 'INVALID', data: { why: 'dates' } });
  school.core.open!.journal.write((db) =>
    run(db, change<[]>("UPDATE school_year SET closed_on = '2026-11-20'"), []),
  );
  const yearClosed = { code: 'INVALID', data: { why: 'yearClosed' } };
  expect(await refusalOf(teacher.pupilNotes.save(note()))).toEqual(yearClosed);
  expect(await refusalOf(teacher.pupilNotes.save(note({ id, version })))).toEqual(yearClosed);
  const removing = teacher.pupilNotes.remove({ requestId: randomUUID(), id, version });
  expect(await refusalOf(removing)).toEqual(yearClosed);
});
