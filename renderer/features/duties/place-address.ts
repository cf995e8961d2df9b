import type { DutyPlace } from '#domain/duties/duty';

export type Address = {
  readonly to: string;
  readonly search: Readonly<Record<string, string | number>>;
};

const given = (parts: Readonly<Record<string, string | number | undefined>>) =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => (part === undefined ? [] : [[key, part]])),
  );

/** The address at which a duty is done. */
export function placeAddress(place: DutyPlace): Address {
  switch (place.at) {
    case 'lesson': {
      const { pageId, date, number, pupilId } = place;
      return {
        to: `/journal/${pageId}`,
        search: given({ date, lesson: number, pupil: pupilId }),
      };
    }
    case 'period': {
      const { pageId, periodId, pupilId } = place;
      return {
        to: `/journal/${pageId}`,
        search: given({ period: periodId, mark: 1, pupil: pupilId }),
      };
    }
    case 'plan':
      return place.planId === undefined
        ? { to: '/plans/list/new', search: { page: place.pageId } }
        : { to: `/plans/list/${place.planId}`, search: {} };
    case 'dataChecks':
      return { to: '/pupils/checks', search: given({ check: place.checkId }) };
    case 'load':
      return { to: '/school/load', search: {} };
    case 'changes':
      return { to: '/timetable/changes', search: { day: place.date } };
    case 'controlWorks':
      return { to: '/timetable/control', search: { day: place.date, attention: '1' } };
    case 'copies':
      return { to: '/copies', search: {} };
    case 'readiness':
      return { to: '/reports/readiness', search: { year: place.yearId } };
    case 'plans':
      return { to: '/plans/list', search: {} };
    case 'yearOpening':
      return { to: '/school/new-year', search: {} };
    case 'regulation':
      return { to: '/regulation', search: { id: place.versionId } };
    case 'summarySheet':
      return {
        to: '/reports/summary',
        search: { class: place.classId, period: place.periodId },
      };
    case 'fulfilment':
      return { to: '/plans/fulfilment', search: {} };
  }
}
