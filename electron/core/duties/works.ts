import {
  findDueDots,
  findSettledPupils,
  findOpenWorks,
  type WrittenWorkRow,
} from '#db/queries/duties';
import { findWorkKinds } from '#db/queries/school';
import type { Duty } from '#domain/duties/duty';
import { debtsOwed, workOwed } from '#domain/duties/mark-duties';
import { workWords } from '#domain/duties/words';
import { marksForbidden } from '#domain/journal/marks-allowed';
import { isControlKind } from '#domain/marks/work-kinds';
import { dutiesOfPage } from './duties-of-page';
import type { DutyGround, DutyPage } from './ground';

/** The work under which the query tells who was away. */
const AWAY = 0;

type PlacedWork = {
  readonly work: WrittenWorkRow;
  readonly page: DutyPage;
  readonly control: boolean;
};

/** Works that may lack marks, of pages where marks are given. */
function openWorks(ground: DutyGround): readonly PlacedWork[] {
  const { db, year, today, regulation } = ground;
  const pages = ground.pages();
  const controls = new Set(
    findWorkKinds(db).flatMap(({ id, name }) => (isControlKind(name) ? [id] : [])),
  );
  const span = { from: year.startsOn, to: today };
  return findOpenWorks(db, pages.keys(), span, controls).flatMap((work): PlacedWork[] => {
    const page = pages.get(work.pageId);
    return page === undefined || marksForbidden(page.row, regulation(work.date)) !== undefined
      ? []
      : [{ work, page, control: controls.has(work.kindId) }];
  });
}

/** Who of some lessons has a mark or a dot for a work, and who needs none because of being away. */
function settledIn(ground: DutyGround, works: readonly PlacedWork[]) {
  const settled = new Map<number, (readonly [work: number, pupil: number])[]>();
  const lessons = new Set(works.map(({ work }) => work.lessonId));
  for (const [lessonId, work, pupil] of findSettledPupils(ground.db, lessons)) {
    const own = settled.get(lessonId);
    if (own === undefined) settled.set(lessonId, [[work, pupil]]);
    else own.push([work, pupil]);
  }
  return ({ lessonId, position }: WrittenWorkRow) => {
    const done = new Set<number>();
    let marked = 0;
    for (const [work, pupil] of settled.get(lessonId) ?? []) {
      if (work === position) marked += 1;
      if (work === position || work === AWAY) done.add(pupil);
    }
    return { done, marked };
  };
}

/** Marks of written works (ИНС 2.4, ТИП 2.6). */
export function dutiesOfWorks(ground: DutyGround): readonly Duty[] {
  const { now, calendar, regulation } = ground;
  const works = openWorks(ground);
  const settled = settledIn(ground, works);
  return works.flatMap(({ work, page, control }): readonly Duty[] => {
    const { lessonId, pageId, date, number, position, dueOn } = work;
    const { done, marked } = settled(work);
    const [first, ...others] = ground.pupilsOn(page.row, date).filter((id) => !done.has(id));
    if (first === undefined) return [];
    const locks = ground.locks(page);
    const owed = workOwed(
      regulation(date),
      locks.factsOf({ date, number }),
      { dueOn, control, unmarked: others.length + 1, marked },
      calendar(),
      now,
      () => locks.of('writtenMark', { date, number }),
    );
    if (owed === undefined) return [];
    return dutiesOfPage('workUnmarked', page, ground.whoFills(page, { id: lessonId, date }), owed, {
      group: `work ${lessonId} ${position}`,
      place: { at: 'lesson', pageId, date, number, pupilId: first },
      what: workWords(work),
    });
  });
}

/** Dots whose works were to be handed in by now (J2). */
export function dutiesOfDebts(ground: DutyGround): readonly Duty[] {
  const { db, today } = ground;
  const pages = ground.pages();
  return findDueDots(db, pages.keys(), today).flatMap((dot): readonly Duty[] => {
    const { lessonId, pageId, date, number, pupilId, dueOn } = dot;
    const page = pages.get(pageId);
    if (page === undefined) return [];
    const kind = dot.written === 1 ? 'writtenMark' : 'oralMark';
    const owed = debtsOwed({ dots: 1, dueOn }, today, () =>
      ground.locks(page).of(kind, { date, number }, pupilId),
    );
    if (owed === undefined) return [];
    return dutiesOfPage('debtPast', page, ground.whoFills(page, { id: lessonId, date }), owed, {
      group: `page ${pageId}`,
      place: { at: 'lesson', pageId, date, number, pupilId },
    });
  });
}
