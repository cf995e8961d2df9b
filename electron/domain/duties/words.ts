/** «алгебра» inside a sentence; «ОБЖ» stays. */
const inSentence = (name: string) =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());

/** «8-Б, 1 группа, алгебра» */
export const pageWords = (page: {
  readonly className: string;
  readonly groupName: string;
  readonly subjectName: string;
}): string =>
  [page.className, page.groupName, inSentence(page.subjectName)]
    .filter((part) => part !== '')
    .join(', ');

/** «контрольная работа «Дроби»» */
export const workWords = (work: { readonly kindName: string; readonly title: string }): string =>
  [inSentence(work.kindName), work.title === '' ? '' : `«${work.title}»`]
    .filter((part) => part !== '')
    .join(' ');
