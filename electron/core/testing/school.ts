import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { contract } from '#contract/index';
import type { NewJournal } from '#contract/setup';
import { change, run } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { defaultPeriods } from '#domain/school/default-periods';
import type { Role } from '#domain/people/roles';
import { connect, createCore, shutDown } from '../create-core';
import type { Connection, Core } from '../context';
import { LOW_COST } from '../keys/slots';
import { router } from '../router';
import { insertAccount, setSlot } from '#db/queries/accounts';
import { insertStaffMember } from '#db/queries/people';
import { giveSlot } from '../session/passwords';

export const TODAY = '2026-11-23';
export const PASSWORD = 'кот мурлычет';

export const newJournal = (): NewJournal => {
  const { startsOn, endsOn, periods, holidays } = defaultPeriods(2026);
  return {
    school: { name: 'Средняя школа № 0', city: 'Энск' },
    year: { startsOn, endsOn },
    periods: periods.flatMap(({ kind, ...period }) => (kind === 'year' ? [] : { kind, ...period })),
    holidays: [...holidays],
    administrator: {
      lastName: 'Кузнецова',
      firstName: 'Алла',
      middleName: 'Петровна',
      login: 'kuznetsova',
      password: PASSWORD,
    },
  };
};

/** A window onto the core, as the screens have it. */
export function windowOn(core: Core): {
  readonly connection: Connection;
  readonly client: Client;
} {
  const connection = connect(core);
  const client = createRouterClient(router, { context: { core, connection } });
  return { connection, client };
}
/** Written out: the inferred type is too long for the compiler. */
export type Client = ContractRouterClient<typeof contract>;

/** A core over an empty folder. */
type PlaceOptions = {
  /** Absent: TODAY; undefined: the day of `now`. */
  readonly today?: IsoDate | undefined;
  readonly now?: () => Date;
  readonly pdfWorker?: string;
  readonly copyWorker?: string;
};

export function emptyPlace({ pdfWorker = '', copyWorker = '', ...options }: PlaceOptions = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'core-'));
  const failures: unknown[] = [];
  const core = createCore({
    dataFolder: folder,
    version: '0.0.0',
    place: 'school',
    today: TODAY,
    keyCost: LOW_COST,
    copyWorker,
    pdf: { workerFile: pdfWorker, fontsFolder: path.resolve('assets/fonts') },
    log: { info: () => undefined, failure: (_text, error) => failures.push(error) },
    ...options,
  });
  return {
    core,
    folder,
    failures,
    remove: () => {
      shutDown(core);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const insertClass = change<[number, string, number | null]>(
  'INSERT INTO school_class (year_id, grade, letter, homeroom_teacher_id) VALUES (1, ?, ?, ?)',
);
const insertPupil = change<[string, string]>(
  'INSERT INTO pupil (last_name, first_name) VALUES (?, ?)',
);
const insertMember = change<[number, number, string, string | null]>(
  'INSERT INTO class_membership (class_id, pupil_id, from_date, to_date) VALUES (?, ?, ?, ?)',
);
const insertGroup = change<[number]>('INSERT INTO study_group (class_id) VALUES (?)');
const insertPage = change<[number, number]>(
  'INSERT INTO journal_page (group_id, subject_id) VALUES (?, ?)',
);
const insertTeacher = change<[number, number]>(
  `INSERT INTO page_teacher (page_id, staff_id, from_date) VALUES (?, ?, '2026-09-01')`,
);
const insertLesson = change<[number, string, number]>(
  'INSERT INTO lesson (page_id, date, lesson_number) VALUES (?, ?, ?)',
);

/**
 * A small school with a person of each role: 8-А (pupils 1–3; pupil 3 left on 10 November) and 1-А,
 * algebra and physics in 8-А by the teacher, lessons on 16, 18 and 23 November.
 */
export async function smallSchool(options: PlaceOptions = {}) {
  const place = emptyPlace(options);
  const { core } = place;
  const administrator = windowOn(core);
  const { recoveryKey } = await administrator.client.setup.createJournal(newJournal());
  const { open } = core;
  if (open === null) throw new Error('not open');
  const people: Record<Role, string> = {
    administrator: 'kuznetsova',
    director: 'director',
    deputy: 'deputy',
    classTeacher: 'class',
    teacher: 'teacher',
    secretary: 'secretary',
  };
  const roles: Role[] = ['director', 'deputy', 'classTeacher', 'teacher', 'secretary'];
  const staff = new Map<Role, number>();
  for (const role of roles) {
    const staffId = open.journal.write((db) =>
      insertStaffMember(db, {
        lastName: `Фамилия-${role}`,
        firstName: 'Имя',
        middleName: '',
        position: '',
      }),
    );
    staff.set(role, staffId);
    const login = people[role];
    await giveSlot(core, open, { login, password: PASSWORD }, (slotId) =>
      open.journal.write((db) => {
        const account = { staffId, login, slotId: randomUUID(), mustChangePassword: false };
        const id = insertAccount(db, { ...account, roles: [role] });
        setSlot(db, id, slotId, false);
      }),
    );
  }
  const ids = open.journal.write((db) => {
    const eighth = run(db, insertClass, [8, 'А', staff.get('classTeacher') ?? null]).id;
    const first = run(db, insertClass, [1, 'А', null]).id;
    const names = [
      ['Абрамов', 'Илья'],
      ['Ёлкина', 'Мария'],
      ['Власов', 'Семён'],
      ['Жуков', 'Пётр'],
    ] as const;
    const pupils = names.map(([last, given]) => run(db, insertPupil, [last, given]).id);
    const [a = 0, b = 0, c = 0, d = 0] = pupils;
    run(db, insertMember, [eighth, a, '2026-09-01', null]);
    run(db, insertMember, [eighth, b, '2026-09-01', null]);
    run(db, insertMember, [eighth, c, '2026-09-01', '2026-11-10']);
    run(db, insertMember, [first, d, '2026-09-01', null]);
    const eighthGroup = run(db, insertGroup, [eighth]).id;
    const firstGroup = run(db, insertGroup, [first]).id;
    const teacher = staff.get('teacher') ?? 0;
    const algebra = run(db, insertPage, [eighthGroup, 1]).id;
    const physics = run(db, insertPage, [eighthGroup, 2]).id;
    const reading = run(db, insertPage, [firstGroup, 1]).id;
    for (const page of [algebra, reading]) run(db, insertTeacher, [page, teacher]);
    const lessonsOn = (page: number) =>
      ['2026-11-16', '2026-11-18', '2026-11-23'].map(
        (date) => run(db, insertLesson, [page, date, 2]).id,
      );
    return {
      pages: { algebra, physics, reading },
      lessons: {
        algebra: lessonsOn(algebra),
        physics: lessonsOn(physics),
        reading: lessonsOn(reading),
      },
      pupils: { abramov: a, yolkina: b, vlasov: c, zhukov: d },
    };
  });
  const windowOf = async (role: Role) => {
    const opened = windowOn(core);
    await opened.client.session.logIn({ login: people[role], password: PASSWORD });
    return opened;
  };
  return { ...place, ...ids, administrator, recoveryKey, windowOf };
}
