/** «8-Б»; a class without a letter is «8». */
export const formatClassName = ({
  grade,
  letter,
}: {
  readonly grade: number;
  readonly letter: string;
}): string => (letter === '' ? String(grade) : `${grade}-${letter}`);
