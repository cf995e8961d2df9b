/** Which cells of a pupil hold marks brought from another school, by row and subject, and from where. */
export type BroughtCells = {
  readonly school: string;
  readonly cells: readonly (readonly [row: number, subject: number])[];
};

const SIGN = 'п';

/** The text of a cell with the sign of a brought mark where it is one. */
export const signedText = (
  text: string,
  brought: BroughtCells | undefined,
  row: number,
  subject: number,
): string =>
  text !== '' && brought?.cells.some(([r, s]) => r === row && s === subject) === true
    ? `${text}${SIGN}`
    : text;

/** The foot note on brought marks: whose they are and where they were given. */
export function broughtNotes(
  pupils: readonly { readonly name: string; readonly brought?: BroughtCells }[],
): readonly string[] {
  const said = pupils.flatMap(({ name, brought }) =>
    brought === undefined || brought.cells.length === 0
      ? []
      : [brought.school === '' ? name : `${name} — ${brought.school}`],
  );
  return said.length === 0
    ? []
    : [`${SIGN} — отметка выставлена в прежней школе: ${said.join('; ')}.`];
}
