/**
 * What the core costs beside the raw calls it stands on. Runs in Electron's own Node.
 * Arguments: the folder of the one-year school, of the ten-year one, the PDF worker, a scratch folder.
 * Prints rows as JSON.
 */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, fsyncSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { connect, createCore } from '#core/create-core';
import type { Core, Session } from '#core/context';
import { makeCopy } from '#core/copies/make-copy';
import { cellState } from '#core/journal/cell-state';
import { enterCell } from '#core/journal/enter-cell';
import { enterCells } from '#core/journal/enter-cells';
import { openPage } from '#core/journal/open-page';
import { readKeyFile } from '#core/keys/key-file';
import { openWithPassword } from '#core/keys/slots';
import { openWith } from '#core/session/journal-state';
import { classSummary } from '#core/sheets/class-summary';
import { runCommand } from '#core/unit-of-work';
import { dutiesRows } from './duties-rows';
import { ratioRow, timeRow, timesOf, type Row } from './median';
import { peopleRows } from './people-rows';
import { thirtyClassesRows } from './timetable-rows';
import { yearOpeningRows } from './year-opening-rows';

const [oneYear = '', tenYears = '', workerFile = '', copyWorker = '', scratch = ''] =
  process.argv.slice(2);
const TODAY = '2026-11-23';
const log = { info: () => undefined, failure: () => undefined };

async function openSchool(dataFolder: string): Promise<Core> {
  const core = createCore({
    dataFolder,
    version: '0',
    place: 'demo',
    today: TODAY,
    pdf: { workerFile, fontsFolder: path.resolve('assets/fonts') },
    log,
    copyWorker,
  });
  connect(core);
  const keys = await readKeyFile(path.join(dataFolder, 'demo'));
  const opened = await openWithPassword(keys, { login: 'zavuch', password: 'демо' });
  if (opened === undefined) throw new Error('the demonstration school does not open');
  openWith(core, opened.key);
  return core;
}

const deputy: Session = {
  accountId: 1,
  staffId: 1,
  roles: ['deputy'],
  name: 'Замер',
  login: 'zamer',
  mustChangePassword: false,
};

/** Pages of this year with about 30 pupils and 60 lessons in the period. */
function largePages(connection: Database.Database) {
  return connection
    .prepare(
      `SELECT page.id AS pageId, period.id AS periodId, period.starts_on AS startsOn,
              period.ends_on AS endsOn, class.id AS classId, page.subject_id AS subjectId
       FROM journal_page AS page JOIN study_group ON study_group.id = page.group_id
       JOIN school_class AS class ON class.id = study_group.class_id
       JOIN school_year ON school_year.id = class.year_id
       JOIN period ON period.year_id = class.year_id AND period.kind = 'year'
       WHERE school_year.starts_on = '2026-09-01' AND class.grade BETWEEN 5 AND 11
         AND study_group.name = ''
       ORDER BY (SELECT count(*) FROM lesson WHERE lesson.page_id = page.id) DESC LIMIT 40`,
    )
    .all() as Record<'pageId' | 'periodId' | 'classId' | 'subjectId', number>[] &
    { startsOn: string; endsOn: string }[];
}

/** The same rows as `openPage` asks for, by nothing but prepared statements. */
function rawPage(connection: Database.Database) {
  const lessons = `lesson WHERE page_id = ? AND date BETWEEN ? AND ?`;
  const statements = [
    `SELECT id, date, lesson_number, topic, homework, version FROM ${lessons}`,
    `SELECT * FROM lesson_work WHERE lesson_id IN (SELECT id FROM ${lessons})`,
    `SELECT * FROM journal_cell WHERE lesson_id IN (SELECT id FROM ${lessons})`,
    `SELECT * FROM mark WHERE lesson_id IN (SELECT id FROM ${lessons})`,
  ].map((sql) => connection.prepare(sql).raw(true));
  const pupils = connection
    .prepare(
      `SELECT pupil.id, last_name, first_name FROM class_membership
       JOIN pupil ON pupil.id = pupil_id WHERE class_id = ?`,
    )
    .raw(true);
  const marks = connection
    .prepare(
      `SELECT * FROM period_mark WHERE subject_id = ?
       AND period_id IN (SELECT id FROM period WHERE year_id = (SELECT year_id FROM school_class WHERE id = ?))`,
    )
    .raw(true);
  return (page: ReturnType<typeof largePages>[number]) => {
    for (const statement of statements) statement.all(page.pageId, page.startsOn, page.endsOn);
    pupils.all(page.classId);
    marks.all(page.subjectId, page.classId);
  };
}

function pageRows(one: Core, ten: Core): Row[] {
  const sides = [one, ten].map((core) => {
    const { db } = core.open!.journal;
    const pages = largePages(db.connection);
    const raw = rawPage(db.connection);
    const reading = { db, actor: deputy, today: TODAY, core } as const;
    const at = (run: number) => pages[run % pages.length]!;
    return {
      times: { core: [] as number[], raw: [] as number[] },
      page: (run: number) => openPage(reading, at(run)),
      raw: (run: number) => raw(at(run)),
    };
  });
  // In turn, so that whatever else the machine does falls on all of them alike.
  for (let run = -40; run < 200; run++) {
    for (const { times, page, raw } of sides) {
      const started = performance.now();
      page(Math.abs(run));
      const between = performance.now();
      raw(Math.abs(run));
      if (run < 0) continue;
      times.core.push(between - started);
      times.raw.push(performance.now() - between);
    }
  }
  const times = sides.map((side) => side.times);
  const [first, second] = times;
  return [
    timeRow('Page of a year in the core, ten-year school', second!.core, null),
    ratioRow('Page in the core / raw SQL', second!.core, second!.raw, null, 'raw SQL'),
    ratioRow('Page: ten years / one year', second!.core, first!.core, 1.1, 'one year'),
  ];
}

/** A mark with everything a key press asks of the core: rights, version, works, audit, commit, fsync. */
function markRows(core: Core): Row[] {
  const open = core.open!;
  const lessons = open.journal.db.connection
    .prepare(
      `SELECT lesson.id AS lessonId, page_teacher.staff_id AS staffId, member.pupil_id AS pupilId
       FROM lesson JOIN page_teacher ON page_teacher.page_id = lesson.page_id
       JOIN journal_page AS page ON page.id = lesson.page_id
       JOIN study_group ON study_group.id = page.group_id AND study_group.name = ''
       JOIN school_class AS class ON class.id = study_group.class_id AND class.grade > 4
       JOIN subject ON subject.id = page.subject_id AND subject.grading = 'marks'
       JOIN class_membership AS member ON member.class_id = class.id AND member.to_date IS NULL
       WHERE lesson.date = ? AND page_teacher.to_date IS NULL LIMIT 300`,
    )
    .all(TODAY) as Record<'lessonId' | 'staffId' | 'pupilId', number>[];
  const times = timesOf(lessons.length - 10, (run) => {
    const { lessonId, pupilId, staffId } = lessons[run]!;
    const actor: Session = { ...deputy, staffId, roles: ['teacher'] };
    const { version } = cellState(open.journal.db, lessonId, pupilId);
    const marks = [{ work: 1, value: '4' as const }];
    const content = { attendance: null, lateMinutes: null, remark: '', marks };
    const request = { requestId: randomUUID(), action: 'journal.enterCell', actor };
    runCommand(core, open, request, (unit) =>
      enterCell({ ...unit, actor, today: TODAY, core }, { lessonId, pupilId, version, content }),
    );
  });
  return [timeRow('Mark durable in the core, ten-year school', times, null)];
}

/** 500 cells in one command, as a paste sends them. */
function cellsRows(core: Core): Row[] {
  const open = core.open!;
  const { connection } = open.journal.db;
  const page = connection
    .prepare(
      `SELECT page.id, study_group.class_id AS classId, page_teacher.staff_id AS staffId
       FROM journal_page AS page JOIN page_teacher ON page_teacher.page_id = page.id
       JOIN study_group ON study_group.id = page.group_id AND study_group.name = ''
       JOIN school_class AS class ON class.id = study_group.class_id AND class.grade > 4
       JOIN lesson ON lesson.page_id = page.id AND lesson.date <= @today
       JOIN subject ON subject.id = page.subject_id AND subject.grading = 'marks'
       WHERE page_teacher.to_date IS NULL AND class.year_id = (
         SELECT id FROM school_year WHERE @today BETWEEN starts_on AND ends_on)
       GROUP BY page.id ORDER BY count(*) DESC LIMIT 1`,
    )
    .get({ today: TODAY }) as Record<'id' | 'classId' | 'staffId', number>;
  const ids = (sql: string, of: number) => connection.prepare(sql).pluck().all(of) as number[];
  const lessons = ids(
    // Of the quarter that is not yet closed by its marks.
    `SELECT id FROM lesson WHERE page_id = ? AND cancelled = 0
       AND date BETWEEN '2026-11-02' AND '${TODAY}' ORDER BY date DESC LIMIT 25`,
    page.id,
  );
  const pupils = ids(
    `SELECT pupil_id FROM class_membership WHERE class_id = ? AND to_date IS NULL LIMIT 30`,
    page.classId,
  );
  const actor: Session = { ...deputy, staffId: page.staffId, roles: ['teacher'] };
  const times = Array.from({ length: 12 }, (_, run) => {
    const cells = lessons.flatMap((lessonId) =>
      pupils.map((pupilId) => ({
        lessonId,
        pupilId,
        version: cellState(open.journal.db, lessonId, pupilId).version,
        content: {
          attendance: null,
          lateMinutes: null,
          remark: '',
          marks: [{ work: 1, value: run % 2 === 0 ? ('4' as const) : ('5' as const) }],
        },
      })),
    );
    const started = performance.now();
    const request = { requestId: randomUUID(), action: 'journal.enterCells', actor };
    const outcomes = runCommand(core, open, request, (unit) =>
      enterCells({ ...unit, actor, today: TODAY, core }, { cells }),
    );
    if (!outcomes.every((outcome) => 'version' in outcome)) throw new Error('not all entered');
    return performance.now() - started;
  });
  return [timeRow(`${lessons.length * pupils.length} cells in one command, durable`, times, null)];
}

async function sheetRows(core: Core): Promise<Row[]> {
  const { db } = core.open!.journal;
  const pages = largePages(db.connection);
  const reading = { db, actor: deputy, today: TODAY, core } as const;
  const stamp = { date: TODAY, time: '12:00', by: 'Замер' } as const;
  const times: number[] = [];
  for (let run = 0; run < 12; run++) {
    const { classId, periodId } = pages[run % pages.length]!;
    const started = performance.now();
    const sheet = classSummary(reading, { classId, periodId });
    await core.pdf.renderPdf({ kind: 'summary-sheet', sheet, stamp });
    if (run > 1) times.push(performance.now() - started);
  }
  await core.pdf.close();
  return [timeRow('Summary sheet of the year as PDF', times, null)];
}

async function copyRows(core: Core): Promise<Row[]> {
  const { journal, key, folder } = core.open!;
  const ours: number[] = [];
  const plain: number[] = [];
  for (let run = 0; run < 5; run++) {
    const target = path.join(scratch, 'plain.db');
    journal.db.connection.pragma('wal_checkpoint(TRUNCATE)');
    const startedPlain = performance.now();
    copyFileSync(journal.file, target);
    const handle = openSync(target, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    createHash('sha256').update(readFileSync(target)).digest();
    plain.push(performance.now() - startedPlain);
    rmSync(target);
    const started = performance.now();
    const { folder: made } = await makeCopy({
      journal,
      key,
      keyFileFolder: folder,
      targetFolder: scratch,
      info: { program: '0', madeBy: 'Замер', today: TODAY },
      workerFile: copyWorker,
      now: new Date(Date.now() + run * 1000),
    });
    ours.push(performance.now() - started);
    rmSync(made, { recursive: true });
  }
  return [ratioRow('Copy of ten years, verified / cp+fsync+sha256', ours, plain, null, 'cp')];
}

const one = await openSchool(oneYear);
const ten = await openSchool(tenYears);
const rows = [
  ...pageRows(one, ten),
  ...markRows(ten),
  ...cellsRows(ten),
  ...(await thirtyClassesRows(one, deputy)),
  ...(await dutiesRows(one, deputy)),
  ...(await peopleRows()),
  ...(await yearOpeningRows(one, deputy)),
  ...(await sheetRows(ten)),
  ...(await copyRows(ten)),
];
process.stdout.write(JSON.stringify(rows));
process.exit(0);
