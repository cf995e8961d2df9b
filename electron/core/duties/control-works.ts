import { findControlWorks } from '#db/queries/control-works';
import { formatDate } from '#domain/calendar/iso-date';
import { plansControl } from '#domain/control-works/rights';
import type { Duty } from '#domain/duties/duty';
import { endOf } from '#domain/regulation/instant';
import type { DutyGround } from './ground';

/** Control works to come that wait for the deputy: only proposed, or without a lesson under them (T5). */
export function dutiesOfControlWorks(ground: DutyGround): readonly Duty[] {
  const { db, year, today, of } = ground;
  if (of !== null && !plansControl(of)) return [];
  const works = findControlWorks(db, { from: today, to: year.endsOn });
  return works.flatMap((work): readonly Duty[] => {
    const page = ground.everyPage().get(work.pageId);
    const placed = work.lessonId !== null && work.cancelled === 0;
    if (page === undefined || (placed && work.fixed === 1)) return [];
    return [
      {
        kind: placed ? 'controlsProposed' : 'controlsMisplaced',
        staffId: null,
        role: 'deputy',
        classIds: page.classIds,
        where: `${formatDate(work.date).slice(0, 5)}, ${page.where}`,
        group: `${work.date} page ${work.pageId}`,
        place: { at: 'controlWorks', date: work.date },
        count: 1,
        due: endOf(work.date),
        clauses: [],
      },
    ];
  });
}
