import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { IsoDate } from '#domain/calendar/iso-date';
import { queries } from '../../api/queries';
import { gridLesson, type GridLesson } from './grid-lesson';

/** Whose week is asked for. */
export type Owner =
  | { readonly of: 'class'; readonly classId: number }
  | { readonly of: 'teacher'; readonly staffId: number }
  | { readonly of: 'room'; readonly roomId: number }
  | { readonly of: 'pupil'; readonly pupilId: number };

type Asked = {
  readonly year: { readonly yearId?: number };
  readonly day: IsoDate;
  /** A version instead of the week as it is held. */
  readonly versionId: number | undefined;
  readonly owner: Owner | undefined;
};

function whoOf(owner: Owner | undefined) {
  switch (owner?.of) {
    case undefined:
      return {};
    case 'class':
      return { classId: owner.classId };
    case 'teacher':
      return { staffId: owner.staffId };
    case 'room':
      return { roomId: owner.roomId };
    case 'pupil':
      return { pupilId: owner.pupilId };
    default:
      return owner satisfies never;
  }
}

/** The lessons of one owner: of the calendar's week with its changes, or of a version. */
export function useWeek({ year, day, versionId, owner }: Asked) {
  const who = whoOf(owner);
  const held = useQuery({
    ...queries.timetable.heldWeek.queryOptions({ input: { ...year, day, ...who } }),
    enabled: versionId === undefined && owner !== undefined,
    placeholderData: keepPreviousData,
  });
  const ofVersion = useQuery({
    ...queries.school.timetable.queryOptions({ input: { ...year, day, versionId, ...who } }),
    enabled: versionId !== undefined && owner !== undefined,
    placeholderData: keepPreviousData,
  });
  const staffId = owner?.of === 'teacher' ? owner.staffId : undefined;
  const week = held.data ?? undefined;
  const lessons: readonly GridLesson[] | undefined =
    owner === undefined
      ? undefined
      : versionId === undefined
        ? week?.lessons.map((lesson) => gridLesson(lesson, staffId))
        : ofVersion.data?.lessons;
  return {
    lessons,
    week: versionId === undefined ? week : undefined,
    error: held.error ?? ofVersion.error,
  };
}
