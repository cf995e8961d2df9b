import type { PageData } from '#contract/journal-page';
import { findScale } from '#db/queries/assessment';
import { findControlWorksOfPage } from '#db/queries/control-works';
import { findBroughtOfPage, findFormerSchool } from '#db/queries/brought-marks';
import { findFinalMarks } from '#db/queries/final-marks';
import { findHeldByOthers } from '#db/queries/day-changes';
import { findHomeworkOfPage } from '#db/queries/homework';
import { findMarksElsewhere } from '#db/queries/marks-elsewhere';
import { findMembers, findPageContent, findPeriodMarks } from '#db/queries/journal-page';
import { findPeriod } from '#db/queries/school';
import { canEditPage, canFillLesson } from '#domain/journal/page-rights';
import { marksForbidden } from '#domain/journal/marks-allowed';
import { homeworkInGrade } from '#domain/regulation/deadlines';
import { formatClassName } from '#domain/people/class-name';
import { judgedOn } from '#domain/regulation/period-rules';
import { compareNames, shortName } from '#domain/people/name';
import { groupsOfPage } from '../homework/groups-of-page';
import { refuse } from '../refuse';
import { regulationOn } from '../regulation/versions';
import type { Reading } from '../unit-of-work';
import { marksDueOn } from './marks-due';
import { rulesOfPage } from './note-demanded';
import { pageToSee } from './page-access';
import { shownLocks } from './shown-locks';
import { pageSummary } from './pages';

/** A page for a period: one call, rows as arrays. Pupils come in the order of the class list. */
export function openPage(
  reading: Reading,
  { pageId, periodId }: { readonly pageId: number; readonly periodId: number },
): PageData {
  const { db, actor, today } = reading;
  const { page, teachers, staff, substituting } = pageToSee(reading, pageId);
  const period = findPeriod(db, periodId);
  if (period === undefined || period.yearId !== page.yearId) {
    refuse('NOT_FOUND', { what: 'period' });
  }
  const { startsOn, endsOn } = period;
  const nameOf = ([, lastName, firstName, middleName]: (typeof members)[number]) => ({
    lastName,
    firstName,
    middleName,
  });
  const members = findMembers(db, page, startsOn, endsOn);
  const here = new Set(members.map(([id]) => id));
  const brought = findBroughtOfPage(db, page).filter(([pupilId]) => here.has(pupilId));
  const shownBy = regulationOn(db, endsOn < today ? endsOn : today);
  const canEdit = canEditPage(actor, staff, today);
  const content = findPageContent(db, { pageId, from: startsOn, to: endsOn });
  return {
    locks: shownLocks(reading, page, content),
    page: {
      ...pageSummary(page, teachers, actor, today, substituting),
      grading: page.grading,
      finals: page.finals,
      scale: findScale(db, page.scaleId).scale,
      canEdit,
      noMarks: marksForbidden(page, shownBy) ?? null,
      withHomework: homeworkInGrade(shownBy, page.grade),
      lessonsToFill: substituting
        .map(({ lessonId }) => lessonId)
        .filter((lessonId) => canFillLesson(actor, staff, lessonId, today)),
    },
    substitutes: findHeldByOthers(db, pageId, startsOn, endsOn).map((row) => [
      row.lessonId,
      shortName(row),
    ]),
    periodId,
    due: marksDueOn(reading, page, period),
    pupils: members.sort((a, b) => compareNames(nameOf(a), nameOf(b))),
    controlWorks: findControlWorksOfPage(db, pageId, startsOn, endsOn).flatMap((work) =>
      work.lessonId === null || work.cancelled === 1
        ? []
        : [[work.lessonId, work.kindId, work.title, work.fixed] as const],
    ),
    ...content,
    homework: findHomeworkOfPage(db, { pageId, from: startsOn, to: endsOn }),
    groups: groupsOfPage(db, page, today < startsOn ? startsOn : today > endsOn ? endsOn : today),
    periodMarks: findPeriodMarks(db, page),
    finalMarks: period.kind === 'year' ? findFinalMarks(db, page) : [],
    rules: {
      period: rulesOfPage(db, page, 'quarter', judgedOn(period, today)),
      year: rulesOfPage(db, page, 'year', today),
    },
    brought,
    elsewhere: findMarksElsewhere(db, page, { from: startsOn, to: endsOn }).flatMap(
      ([pupilId, value, weight, date, grade, letter]) =>
        here.has(pupilId)
          ? [[pupilId, value, weight, date, formatClassName({ grade, letter })] as const]
          : [],
    ),
    broughtFrom: [...new Set(brought.map(([pupilId]) => pupilId))].map((pupilId) => [
      pupilId,
      findFormerSchool(db, pupilId),
    ]),
  };
}
