/** A class with what decides on where its set-up comes from. */
export type StructureClass = {
  readonly id: number;
  readonly grade: number;
  readonly letter: string;
  readonly profile: string;
  readonly homeroomTeacherId: number | null;
};
export type NewClass = StructureClass & { readonly continuesId: number | null };

export type CurriculumItem = {
  readonly classId: number;
  readonly subjectId: number;
  readonly hoursPerWeek: number;
  readonly hoursPerYear: number | null;
  readonly part: string;
  readonly grading: string | null;
  readonly scaleId: number | null;
};
export type GroupRow = {
  readonly id: number;
  readonly classId: number;
  readonly name: string;
  readonly kind: 'subgroup' | 'stream' | 'individual';
  readonly division: string;
  /** The other classes of a stream. */
  readonly otherClassIds: readonly number[];
};
/** A page with who teaches it when the year ends. */
export type PageRow = {
  readonly groupId: number;
  readonly classId: number;
  readonly groupName: string;
  readonly subjectId: number;
  readonly teachers: readonly { readonly staffId: number; readonly hours: number }[];
};

/** The class of the old year that learnt what the new one will: of the same grade, profile, letter. */
export function templateOf(
  one: StructureClass,
  old: readonly StructureClass[],
): StructureClass | undefined {
  const same = old.filter(({ grade }) => grade === one.grade);
  const score = ({ letter, profile }: StructureClass) =>
    (profile === one.profile ? 2 : 0) + (letter === one.letter ? 1 : 0);
  return same.toSorted((a, b) => score(b) - score(a) || a.letter.localeCompare(b.letter, 'ru'))[0];
}

/** The curriculum of the new classes that have none yet: that of the same grade a year ago (S8). */
export function planCurriculum(
  classes: readonly NewClass[],
  old: readonly StructureClass[],
  items: readonly CurriculumItem[],
  existing: ReadonlySet<number>,
): readonly CurriculumItem[] {
  return classes
    .filter(({ id }) => !existing.has(id))
    .flatMap((one) => {
      const from = templateOf(one, old);
      return items
        .filter(({ classId }) => classId === from?.id)
        .map((item) => ({ ...item, classId: one.id }));
    });
}

type GroupDraft = Omit<GroupRow, 'id'>;

/**
 * The groups of the new classes that are not there yet: those the class had, those the same grade was
 * divided into a year ago, and streams (S4, S8): one within a grade goes on with its classes, one over
 * several grades stays with the grades. Groups of one pupil belong to an individual plan of one year
 * and are not copied.
 */
export function planGroups(
  classes: readonly NewClass[],
  old: readonly StructureClass[],
  groups: readonly GroupRow[],
  existing: readonly Pick<GroupRow, 'classId' | 'name'>[],
): readonly GroupDraft[] {
  const next = new Map(
    classes.flatMap(({ id, continuesId }) => (continuesId === null ? [] : [[continuesId, id]])),
  );
  const known = new Set(existing.map(({ classId, name }) => `${classId} ${name}`));
  const drafts: GroupDraft[] = [];
  const add = (draft: GroupDraft) => {
    const key = `${draft.classId} ${draft.name}`;
    if (known.has(key)) return;
    known.add(key);
    drafts.push(draft);
  };
  for (const one of classes) {
    add({ classId: one.id, name: '', kind: 'subgroup', division: '', otherClassIds: [] });
    const template = templateOf(one, old);
    for (const source of [one.continuesId, template?.id]) {
      for (const group of groups) {
        if (group.classId !== source || group.kind !== 'subgroup' || group.name === '') continue;
        add({ ...groupOf(group), classId: one.id, otherClassIds: [] });
      }
    }
  }
  const taking = new Map(classes.map((one) => [templateOf(one, old)?.id, one.id]));
  for (const group of groups.filter(({ kind }) => kind === 'stream')) {
    const over = [group.classId, ...group.otherClassIds];
    const grades = new Set(old.filter(({ id }) => over.includes(id)).map(({ grade }) => grade));
    const [classId, ...otherClassIds] = over.flatMap((id) =>
      grades.size === 1 ? (next.get(id) ?? []) : (taking.get(id) ?? []),
    );
    if (classId !== undefined && otherClassIds.length > 0) {
      add({ ...groupOf(group), classId, otherClassIds });
    }
  }
  return drafts;
}

const groupOf = ({ name, kind, division }: GroupRow) => ({ name, kind, division });

export type LoadDraft = {
  readonly classId: number;
  readonly groupId: number;
  readonly groupName: string;
  readonly subjectId: number;
  /** Null: nobody who taught it works here any more, or nobody did; somebody has to be chosen. */
  readonly staffId: number | null;
  readonly hours: number;
};

type LoadInput = {
  readonly classes: readonly NewClass[];
  readonly old: readonly StructureClass[];
  readonly curriculum: readonly CurriculumItem[];
  readonly oldPages: readonly PageRow[];
  readonly oldGroups: readonly Pick<GroupRow, 'id' | 'otherClassIds'>[];
  readonly groups: readonly GroupRow[];
  /** Pages that are there already: `group subject`. */
  readonly existing: ReadonlySet<string>;
  readonly works: (staffId: number) => boolean;
};

/**
 * The pages of the new year with their teachers (S3, S8). A subject is divided as the same grade was
 * a year ago. Its teacher is who taught the class before, where they still work; in the first four
 * grades what the class teacher taught goes to the class teacher; a subject new to the class to
 * whoever taught it to that grade. What a class learns in a stream led by another class has its page
 * there. Pages already there are not touched.
 */
export function planLoad(input: LoadInput): readonly LoadDraft[] {
  const byId = new Map(input.old.map((one) => [one.id, one]));
  const otherClasses = new Map(input.oldGroups.map((one) => [one.id, one.otherClassIds]));
  const pagesOfClass = (classId: number | undefined) =>
    classId === undefined
      ? []
      : input.oldPages.filter(
          (page) =>
            page.classId === classId || otherClasses.get(page.groupId)?.includes(classId) === true,
        );
  return input.classes.flatMap((one) => {
    const template = templateOf(one, input.old);
    const before = one.continuesId === null ? undefined : byId.get(one.continuesId);
    const pagesOf = (classId: number | undefined, subjectId: number) =>
      pagesOfClass(classId).filter((page) => page.subjectId === subjectId);
    const planned = input.curriculum.filter(({ classId }) => classId === one.id);
    const subjectIds =
      planned.length > 0
        ? planned.map(({ subjectId }) => subjectId)
        : [...new Set(pagesOfClass(template?.id).map(({ subjectId }) => subjectId))];
    const own = input.groups.filter(({ classId }) => classId === one.id);
    return subjectIds.flatMap((subjectId): LoadDraft[] => {
      const [learnt, taught] = [pagesOf(template?.id, subjectId), pagesOf(before?.id, subjectId)];
      const divided = learnt.length > 0 ? learnt : taught;
      const names = new Set(divided.map(({ groupName }) => groupName));
      const elsewhere = input.groups.some(
        ({ kind, name, otherClassIds }) =>
          kind === 'stream' && names.has(name) && otherClassIds.includes(one.id),
      );
      const groups = own.filter(({ name }) => names.has(name));
      if (elsewhere && groups.length === 0) return [];
      const chosen = groups.length > 0 ? groups : own.filter(({ name }) => name === '');
      return chosen
        .filter(({ id }) => !input.existing.has(`${id} ${subjectId}`))
        .map(({ id, name }) => {
          const candidates = [...teachersFor(name, taught), ...teachersFor(name, learnt)];
          const atHome = [
            ...taught.map((page) => [page, before] as const),
            ...learnt.map((page) => [page, template] as const),
          ].some(
            ([page, of]) =>
              of !== undefined &&
              page.teachers.some(({ staffId }) => staffId === of.homeroomTeacherId),
          );
          const primary = one.grade <= 4 && atHome;
          const leavesPrimary = one.grade === 5 && before?.grade === 4;
          const found = candidates.find(
            ({ staffId }) =>
              input.works(staffId) && !(leavesPrimary && staffId === before.homeroomTeacherId),
          );
          const hours =
            candidates[0]?.hours ??
            planned.find((item) => item.subjectId === subjectId)?.hoursPerWeek ??
            0;
          return {
            classId: one.id,
            groupId: id,
            groupName: name,
            subjectId,
            staffId: primary ? one.homeroomTeacherId : (found?.staffId ?? null),
            hours: hoursFor(learnt, name) ?? hours,
          };
        });
    });
  });
}

const hoursFor = (pages: readonly PageRow[], name: string) =>
  pages.find(({ groupName }) => groupName === name)?.teachers[0]?.hours;

const teachersFor = (name: string, pages: readonly PageRow[]) =>
  pages
    .toSorted((a, b) => Number(b.groupName === name) - Number(a.groupName === name))
    .flatMap(({ teachers }) => teachers);
