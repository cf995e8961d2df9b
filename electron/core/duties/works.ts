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

type PlacedWork = {
  readonly work: WrittenWorkRow;
  readonly page: DutyPage;
  readonly control: boolean;
};

/** Works that lack marks: a look at each of their pupils is dear. */
function openWorks(ground: DutyGround): readonly PlacedWork[] {
  const { db, year, today, regulation } = ground;
  const pages = ground.pages();
  const controls = new Set(
    findWorkKinds(db).flatMap(({ id, name }) => (isControlKind(name) ? [id] : [])),
  );
  const span = { from: year.startsOn, to: today };
  return findOpenWorks(db, pages.keys(), span, controls).flatMap((work): PlacedWork[] => {
    const page = pages.get(work.pageId);
    if (page === undefined || marksForbidden(page.row, regulation(work.date)) !== undefined)
      return [];
    const open = work.marked + work.away < ground.pupilsOn(page.row, work.date).length;
    return open ? [{ work, page, control: controls.has(work.kindId) }] : [];
  });
}

/** Marks of written works (ИНС 2.4, ТИП 2.6). */
export function dutiesOfWorks(ground: DutyGround): readonly Duty[] {
  const { db, now, calendar, regulation } = ground;
  const works = openWorks(ground);
  const settled = Map.groupBy(
    findSettledPupils(db, new Set(works.map(({ work }) => work.lessonId))),
    ([lessonId]) => lessonId,
  );
  return works.flatMap(({ work, page, control }): readonly Duty[] => {
    const { lessonId, pageId, date, number, position } = work;
    const done = new Set(
      (settled.get(lessonId) ?? []).flatMap(([, of, pupil]) =>
        of === position || of === 0 ? [pupil] : [],
      ),
    );
    const [first, ...others] = ground.pupilsOn(page.row, date).filter((id) => !done.has(id));
    const locks = ground.locks(page);
    const owed = workOwed(
      regulation(date),
      locks.factsOf({ date, number }),
      {
        dueOn: work.dueOn,
        control,
        unmarked: first === undefined ? 0 : others.length + 1,
        marked: work.marked,
      },
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
