import {
  classesOfPupil,
  findPupilCard,
  type ClassOfPupilRow,
  type PupilCardRow,
} from '#db/queries/pupil-card';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Actor } from '#domain/people/roles';
import {
  canEditCard,
  canEnterBrought,
  canKeepPapers,
  canSeeCard,
  type PupilStaff,
} from '#domain/pupils/card-rights';
import { letsOf } from '#domain/regulation/rights';
import { regulationOn } from '../regulation/versions';
import { refuse } from '../refuse';

type Asking = { readonly db: ReadableDb; readonly actor: Actor; readonly today: IsoDate };
export type CardOfMine = {
  readonly pupil: PupilCardRow;
  readonly classes: readonly ClassOfPupilRow[];
  /** The class the pupil is in today, else the last one; undefined of who never was in one. */
  readonly now: ClassOfPupilRow | undefined;
  readonly mayEdit: boolean;
  /** Whether the one who asks keeps the pupil's consents and health. */
  readonly mayKeep: boolean;
  /** Whether the one who asks may write down marks brought from another school. */
  readonly mayBring: boolean;
};

/** Leaders of the class of today (or the last one) and of those that have not begun yet. */
function staffOf(classes: readonly ClassOfPupilRow[], today: IsoDate): PupilStaff {
  const now = classes.find(({ fromDate }) => fromDate <= today);
  const coming = classes.filter(({ fromDate }) => fromDate > today);
  return {
    homeroomTeacherIds: [...coming, ...(now ? [now] : [])].map((one) => one.homeroomTeacherId),
  };
}

/** Whether the one who asks may change the pupil's card, and whether they may see it. */
function rightsTo({ db, actor, today }: Asking, pupilId: number) {
  const classes = classesOfPupil(db, pupilId);
  const staff = staffOf(classes, today);
  return {
    classes,
    sees: canSeeCard(actor, staff),
    edits: canEditCard(actor, staff, letsOf(regulationOn(db, today), 'correctPupilData')),
    keeps: canKeepPapers(actor, staff),
    brings: canEnterBrought(actor, staff),
  };
}

/** The pupil's card, if the one who asks may see it. */
export function cardToSee(asking: Asking, pupilId: number): CardOfMine {
  const pupil = findPupilCard(asking.db, pupilId) ?? refuse('NOT_FOUND', { what: 'pupil' });
  const { classes, sees, edits, keeps, brings } = rightsTo(asking, pupilId);
  if (!sees) refuse('FORBIDDEN', { why: 'notYourClass' });
  const now = classes.find(({ fromDate }) => fromDate <= asking.today) ?? classes.at(-1);
  return { pupil, classes, now, mayEdit: edits, mayKeep: keeps, mayBring: brings };
}

/** The pupil's card, if the one who asks may change it. */
export function cardToEdit(asking: Asking, pupilId: number): CardOfMine {
  const card = cardToSee(asking, pupilId);
  if (!card.mayEdit) refuse('FORBIDDEN', { why: 'notYourClass' });
  return card;
}

/** The pupil's card, if the one who asks keeps the papers beside it. */
export function cardToKeep(asking: Asking, pupilId: number): CardOfMine {
  const card = cardToSee(asking, pupilId);
  if (!card.mayKeep) refuse('FORBIDDEN', { why: 'notYourClass' });
  return card;
}

/** Whether any of these pupils is one whose card the person may change. */
export const editsAnyOf = (asking: Asking, pupilIds: readonly number[]): boolean =>
  pupilIds.some((id) => rightsTo(asking, id).edits);
