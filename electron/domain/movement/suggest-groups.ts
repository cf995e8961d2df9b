type Group = { readonly id: number; readonly name: string };

const BOYS = /^(?:мальчики|юноши)$/iu;
const GIRLS = /^(?:девочки|девушки)$/iu;

/**
 * The groups of a new class a pupil most likely goes to: those named as the pupil's groups of the old
 * class, and of a division by sex the pupil's own. A suggestion only.
 */
export function suggestGroups(
  pupil: { readonly sex: 'male' | 'female' | null; readonly groupNames: readonly string[] },
  groups: readonly Group[],
): readonly number[] {
  const own = new Set(pupil.groupNames.map((name) => name.toLowerCase()));
  return groups
    .filter(({ name }) => {
      if (BOYS.test(name)) return pupil.sex === 'male';
      if (GIRLS.test(name)) return pupil.sex === 'female';
      return own.has(name.toLowerCase());
    })
    .map(({ id }) => id);
}
