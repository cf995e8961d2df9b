import { findPlanRows } from '#db/queries/plans';
import { findDeputyName } from '#db/queries/plan-progress';
import { findSchool, findYearOr } from '#db/queries/school';
import { findPage } from '#db/queries/journal-page';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { TableDocument } from '#domain/documents/table-document';
import { shortName } from '#domain/people/name';
import { hasRole } from '#domain/people/roles';
import { correctionSheet } from '#domain/plans/correction-sheet';
import { fulfilmentDocument, type FulfilmentGroup } from '#domain/plans/fulfilment';
import { planDocument } from '#domain/plans/plan-document';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { layout } from './layout';
import { authorOf } from './list';
import { planToSee } from './plan-access';
import { fulfilment } from './standings';

const schoolName = (reading: Reading) => findSchool(reading.db)?.name ?? '';
/** Who signs as the deputy: the one named for documents, else the only deputy of the school. */
const deputyOf = ({ db }: Reading) => {
  const found = findDeputyName(db);
  return found === undefined ? '' : shortName(found);
};

/** Лист корректировки of a page. */
export function correctionSheetOf(
  reading: Reading,
  { pageId }: { readonly pageId: number },
): TableDocument {
  const { standing, rows, today } = layout(reading, { pageId });
  const page = findPage(reading.db, pageId) ?? refuse('NOT_FOUND', { what: 'page' });
  return correctionSheet({
    school: schoolName(reading),
    yearName: findYearOr(reading.db, page.yearId, today)?.name ?? '',
    page: standing.name,
    subject: standing.subjectName,
    planTitle: standing.planTitle,
    planHours: standing.planHours,
    today,
    progress: standing.progress,
    teachers: standing.teachers,
    deputy: deputyOf(reading),
    lines: rows.flatMap((row) => {
      const { correction, givenOn, laidOn } = row;
      if (correction === null) return [];
      return [{ ...row, correction, factOn: [...givenOn, ...laidOn] }];
    }),
  });
}

/** Отчёт о выполнении программ: a teacher's own pages, or the school's. */
export function fulfilmentOf(
  reading: Reading,
  input: {
    readonly yearId?: number | undefined;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly by: FulfilmentGroup;
  },
): TableDocument {
  const { db, actor, today } = reading;
  const year = findYearOr(db, input.yearId, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const own = !hasRole(actor, 'administrator', 'director', 'deputy');
  return fulfilmentDocument({
    school: schoolName(reading),
    yearName: year.name,
    from: input.from,
    to: input.to < today ? input.to : today,
    by: input.by,
    pages: fulfilment(reading, input),
    deputy: deputyOf(reading),
    teacher: own ? actor.name : null,
  });
}

/** The plan itself on paper. */
export function planOnPaper(
  reading: Reading,
  { planId }: { readonly planId: number },
): TableDocument {
  const { plan } = planToSee(reading, planId);
  return planDocument({
    school: schoolName(reading),
    yearName: findYearOr(reading.db, plan.yearId, reading.today)?.name ?? '',
    title: plan.title,
    author: authorOf(plan),
    deputy: deputyOf(reading),
    rows: findPlanRows(reading.db, planId).map(
      ([, section, topic, hours, kind, homework, resources]) => ({
        section,
        topic,
        hours,
        kind,
        homework,
        resources,
      }),
    ),
  });
}
