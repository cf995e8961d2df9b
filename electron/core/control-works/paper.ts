import { findSchool, findYearOr } from '#db/queries/school';
import { formatDate } from '#domain/calendar/iso-date';
import { classPart, schoolPart, type PaperWork } from '#domain/control-works/schedule-paper';
import type { TableDocument } from '#domain/documents/table-document';
import { findClasses } from '#db/queries/school';
import { shortName } from '#domain/people/name';
import { signatureOf } from '../profile/signature';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { controlSchedule, type ScheduleOrder } from './schedule';

/** «График контрольных работ»: the school in one table, or a sheet a class, to be signed (T5). */
export function controlPaper(
  reading: Reading,
  order: ScheduleOrder & {
    readonly of: 'school' | 'classes';
    readonly classIds?: readonly number[] | undefined;
  },
): TableDocument {
  const { db, today } = reading;
  const { from, to, of, classIds } = order;
  const schedule = controlSchedule(reading, order);
  const year = findYearOr(db, order.yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const classes = schedule.classes.filter(({ id }) => classIds?.includes(id) ?? true);
  const works = schedule.works.map((work): PaperWork => ({
    classIds: work.page.classes.map(({ id }) => id),
    date: work.date,
    lessonNumber: work.lessonNumber,
    subject: [work.page.subjectName, work.page.groupName].filter(Boolean).join(', '),
    subjectShort: work.page.subjectShort,
    kind: work.kindName,
    kindShort: work.kindShort,
    title: work.title,
    teachers: work.page.teachers.map(({ name }) => name).join(', '),
    level: work.level,
    note: work.note,
    fixed: work.fixed,
    overWhy: work.overWhy,
  }));
  const deputy = signatureOf(reading, 'deputy');
  const director = signatureOf(reading, 'director');
  const teachers = new Map(
    findClasses(db, year.id, today).map((row) => [
      row.id,
      row.lastName === null
        ? ''
        : shortName({
            lastName: row.lastName,
            firstName: row.firstName ?? '',
            middleName: row.middleName ?? '',
          }),
    ]),
  );
  const ofClass = (id: number) => works.filter((work) => work.classIds.includes(id));
  const proposed = works.some(({ fixed }) => !fixed);
  const filled = classes.filter(({ id }) => ofClass(id).length > 0);
  const parts =
    of === 'school'
      ? [schoolPart(classes, works, { from, to })]
      : filled.map(({ id, name }, index) =>
          classPart(
            name,
            ofClass(id),
            [{ role: 'Классный руководитель', name: teachers.get(id) ?? '' }, deputy],
            index > 0,
          ),
        );
  const empty = filled.length === 0;
  return {
    title: `График контрольных работ с ${formatDate(from)} по ${formatDate(to)}`,
    school: findSchool(db)?.name ?? '',
    heading: [
      of === 'school' ? 'Сводный график контрольных работ' : 'График контрольных работ',
      `${year.name} учебный год, с ${formatDate(from)} по ${formatDate(to)}`,
    ],
    ...(empty && { lines: ['Контрольных работ на эти дни не назначено.'] }),
    orientation: 'landscape',
    fontSize: of === 'school' ? 8 : 10,
    parts: empty ? [] : parts,
    ...(of === 'school' && {
      ...(proposed && { notes: ['* — предложение учителя, ещё не утверждено.'] }),
      signatures: [deputy, director],
    }),
  };
}
