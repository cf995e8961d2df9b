import type { ClassGroups, Division, GroupPupil } from '#contract/groups';
import type { IsoDate } from '#domain/calendar/iso-date';
import { groupOn, isOn } from '#domain/groups/membership';

export type Move = { readonly pupilId: number; readonly groupId: number | null };
/** Moves in one division, as they are sent and, turned round, undone. */
export type Placing = {
  readonly ofGroup: number;
  readonly from: IsoDate;
  readonly reason: string;
  readonly moves: readonly Move[];
};

const own = (division: Division, pupil: GroupPupil) => {
  const ids = new Set(division.groups.map(({ id }) => id));
  return pupil.spans.filter(({ groupId }) => ids.has(groupId));
};

/** The group of the division the pupil is in on the day. */
export const placeOf = (division: Division, pupil: GroupPupil, day: IsoDate): number | undefined =>
  groupOn(own(division, pupil), day);

export const inClass = (pupil: GroupPupil, day: IsoDate): boolean => isOn(pupil, day);

/** Pupils of the class on the day; nobody is put into a group on a day before coming. */
export const pupilsOn = ({ pupils }: ClassGroups, day: IsoDate): readonly GroupPupil[] =>
  pupils.filter((pupil) => inClass(pupil, day));

/** Whoever is in no group of the division on the day, each half of the list into the next group. */
export function halves(groups: ClassGroups, division: Division, day: IsoDate): readonly Move[] {
  const open = division.groups.filter(({ archived }) => !archived);
  const all = pupilsOn(groups, day);
  return all.flatMap((pupil, index): Move[] => {
    if (placeOf(division, pupil, day) !== undefined) return [];
    const group = open[Math.floor((index * open.length) / all.length)];
    return group === undefined ? [] : [{ pupilId: pupil.id, groupId: group.id }];
  });
}

const BOYS = /мальч|юнош/iu;
const GIRLS = /девоч|девуш/iu;

/** Whoever is in no group yet, by sex into the groups named so; of unknown sex nobody. */
export function bySex(groups: ClassGroups, division: Division, day: IsoDate): readonly Move[] {
  const named = (pattern: RegExp) => division.groups.find(({ name }) => pattern.test(name));
  const target = { male: named(BOYS), female: named(GIRLS) };
  return pupilsOn(groups, day).flatMap((pupil): Move[] => {
    const group = pupil.sex === null ? undefined : target[pupil.sex];
    if (group === undefined || placeOf(division, pupil, day) !== undefined) return [];
    return [{ pupilId: pupil.id, groupId: group.id }];
  });
}

export const dividesBySex = ({ groups }: Division): boolean =>
  groups.some(({ name }) => BOYS.test(name)) && groups.some(({ name }) => GIRLS.test(name));

/** The moves that put the pupils back where they are on the day before these moves. */
export const movesBack = (
  groups: ClassGroups,
  division: Division,
  { moves, from }: Pick<Placing, 'moves' | 'from'>,
): readonly Move[] =>
  moves.map(({ pupilId }) => {
    const pupil = groups.pupils.find(({ id }) => id === pupilId);
    return { pupilId, groupId: (pupil && placeOf(division, pupil, from)) ?? null };
  });

/** The day that is offered: the first of the year while nobody is placed, otherwise today. */
export function offeredDay(groups: ClassGroups, today: IsoDate): IsoDate {
  const { startsOn, endsOn } = groups.year;
  const placed = groups.pupils.some(({ spans }) => spans.length > 0);
  if (!placed || today <= startsOn) return startsOn;
  return today > endsOn ? endsOn : today;
}
