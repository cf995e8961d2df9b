import { findMarksElsewhere } from '#db/queries/marks-elsewhere';
import type { PageRow } from '#db/queries/journal-page';
import {
  findBroughtOfSubject,
  findMarksOfPupil,
  findPeriodMarksOfPupil,
} from '#db/queries/period-ground';
import type { PeriodRow } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Assessment } from '#domain/marks/assessment';
import { isMarkValue } from '#domain/marks/mark-value';
import { markCount, proposalOf, type PeriodGround } from '#domain/periods/period-proposal';
import {
  judgedOn,
  notesDemanded,
  periodMarkRules,
  type NoteReason,
  type PeriodMarkRules,
} from '#domain/regulation/period-rules';
import { hoursOfPage } from './marks-due';
import { regulationOn } from '../regulation/versions';

/** What the mark for a period of a page obeys by the regulation of a day (`judgedOn`). */
export const rulesOfPage = (
  db: ReadableDb,
  page: PageRow,
  kind: PeriodRow['kind'],
  day: IsoDate,
): PeriodMarkRules => periodMarkRules(regulationOn(db, day), hoursOfPage(db, page, day), kind);

/** What a pupil's mark for the period rests on. */
function groundOf(db: ReadableDb, page: PageRow, period: PeriodRow, pupilId: number): PeriodGround {
  const { subjectId, yearId, grade } = page;
  const brought = findBroughtOfSubject(db, { pupilId, subjectId, yearId, grade });
  if (period.kind === 'year') {
    const own = findPeriodMarksOfPupil(db, { pupilId, subjectId, yearId, grade });
    const set = new Set(own.map(([periodId]) => periodId));
    const others = brought
      .filter(([periodId, kind]) => kind === 'period' && !set.has(periodId))
      .map(([, , value]) => value);
    const periodMarks = [...own.map(([, value]) => value), ...others].filter(isMarkValue);
    return { kind: 'year', marks: [], periodMarks };
  }
  const { startsOn: from, endsOn: to } = period;
  const own = findMarksOfPupil(db, { pageId: page.id, pupilId, from, to });
  const others = brought
    .filter(([periodId, kind]) => kind === 'current' && periodId === period.id)
    .map(([, , value, weight]) => [value, weight] as const);
  const before = findMarksElsewhere(db, page, { from, to })
    .filter(([pupil]) => pupil === pupilId)
    .map(([, value, weight]) => [value, weight] as const);
  const marks = [...own, ...before, ...others].flatMap(([value, weight]) =>
    isMarkValue(value) ? [{ value, weight }] : [],
  );
  return { kind: period.kind, marks, periodMarks: [] };
}

/** Why a mark for a period may not be set without a note (J6, КИА 5.1, 5.2). */
export function noteReasons(
  db: ReadableDb,
  given: {
    readonly page: PageRow;
    readonly period: PeriodRow;
    readonly pupilId: number;
    readonly assessment: Assessment;
    readonly mark: string;
  },
  today: IsoDate,
): readonly NoteReason[] {
  const { page, period } = given;
  const ground = groundOf(db, page, period, given.pupilId);
  const rules = rulesOfPage(db, page, period.kind, judgedOn(period, today));
  const proposal = proposalOf(ground, given.assessment, rules.proposal);
  return notesDemanded(rules, {
    mark: given.mark,
    proposed: proposal.kind === 'proposed' ? proposal.mark : undefined,
    marks: markCount(ground.marks),
  });
}
