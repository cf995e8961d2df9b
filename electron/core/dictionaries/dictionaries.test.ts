import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let admin: Client;
let deputy: Client;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  admin = school.administrator.client;
  deputy = (await school.windowOf('deputy')).client;
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const requestId = () => randomUUID();
const db = () => school.core.open!.journal.db;
const forbidden = { code: 'FORBIDDEN', data: { why: 'role' } };
const invalid = (why: string) => ({ code: 'INVALID', data: { why } });

describe('dictionaries', () => {
  const subject = {
    name: 'Астрономия',
    shortName: 'Астр.',
    area: 'Естественно-научные предметы',
    kind: 'main' as const,
    grading: 'none' as const,
    scaleId: 1,
  };

  test('subjects: order, names, and no other grading once marks stand', async () => {
    const { id } = await admin.dictionaries.addSubject({ requestId: requestId(), ...subject });
    const order = async () => (await teacher.dictionaries.subjects()).map((one) => one.id);
    const before = await order();
    expect(before.at(-1)).toBe(id);
    await admin.dictionaries.moveSubject({ requestId: requestId(), id, by: -1 });
    expect((await order()).at(-2)).toBe(id);
    await admin.dictionaries.moveSubject({ requestId: requestId(), id, by: 1 });
    expect(await order()).toEqual(before);
    await teacher.journal.setPeriodMark({
      requestId: requestId(),
      pageId: school.pages.algebra,
      pupilId: school.pupils.abramov,
      periodId: (await teacher.school.overview()).periods[0]!.id,
      version: 0,
      value: '4',
      note: 'Отметок пока мало',
    });
    const [marked] = await admin.dictionaries.subjects();
    const { archived: _, pages: __, ...data } = marked!;
    const other = { requestId: requestId(), ...data, grading: 'none' as const };
    expect(await refusalOf(admin.dictionaries.saveSubject(other))).toEqual(invalid('hasMarks'));
    await admin.dictionaries.saveSubject({ requestId: requestId(), ...data, shortName: 'РЯ' });
    const taken = admin.dictionaries.saveSubject({
      requestId: requestId(),
      ...data,
      name: subject.name,
    });
    expect(await refusalOf(taken)).toEqual(invalid('nameTaken'));
    const byDeputy = deputy.dictionaries.addSubject({
      requestId: requestId(),
      ...subject,
      name: 'Риторика',
    });
    expect(await refusalOf(byDeputy)).toEqual(forbidden);
  });

  test('kinds of work: a new weight leaves works of the journal alone, one out of use is not offered', async () => {
    const [kind] = await admin.dictionaries.workKinds();
    await teacher.journal.setWork({
      requestId: requestId(),
      lessonId: school.lessons.algebra[0]!,
      position: 1,
      kindId: kind!.id,
      weight: kind!.weight,
      title: '',
    });
    const { archived: _, works: __, ...data } = kind!;
    await admin.dictionaries.saveWorkKind({ requestId: requestId(), ...data, weight: 7 });
    const weights = db().connection.prepare('SELECT weight FROM lesson_work').pluck().all();
    expect(weights).toEqual([kind!.weight]);
    const archive = { requestId: requestId(), id: kind!.id, archived: true };
    await admin.dictionaries.setWorkKindArchived(archive);
    const offered = (await teacher.school.overview()).workKinds.find(({ id }) => id === kind!.id);
    expect(offered).toMatchObject({ weight: 7, archived: true });
  });

  test('scales: in order of levels, and kept while subjects use them', async () => {
    const scale = {
      name: 'Семибалльная',
      lowest: 1,
      satisfactoryFrom: 3,
      goodFrom: 5,
      excellentFrom: 7,
      highest: 7,
      periodsInFive: false,
    };
    const wrong = { requestId: requestId(), ...scale, goodFrom: 3 };
    expect(await refusalOf(admin.dictionaries.addScale(wrong))).toEqual(invalid('scale'));
    const { id } = await admin.dictionaries.addScale({ requestId: requestId(), ...scale });
    await admin.dictionaries.addSubject({ requestId: requestId(), ...subject, scaleId: id });
    await admin.dictionaries.saveScale({ requestId: requestId(), id, ...scale, goodFrom: 4 });
    const known = (await admin.dictionaries.scales()).find((one) => one.id === id);
    expect(known).toMatchObject({ goodFrom: 4, periodsInFive: false, subjects: 1 });
    const gone = admin.dictionaries.removeScale({ requestId: requestId(), id });
    expect(await refusalOf(gone)).toEqual(invalid('inUse'));
    const five = admin.dictionaries.removeScale({ requestId: requestId(), id: 1 });
    expect(await refusalOf(five)).toEqual(invalid('inUse'));
    await admin.dictionaries.saveScale({ requestId: requestId(), id, ...scale, name: 'Семь' });
    await admin.dictionaries.removeScale({ requestId: requestId(), id: 4 });
    expect((await admin.dictionaries.scales()).map(({ name }) => name)).toEqual([
      'Пятибалльная',
      'Десятибалльная',
      'Двенадцатибалльная',
      'Семь',
    ]);
  });
});
