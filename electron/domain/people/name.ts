import { compareText } from '../text/compare-text';

export type PersonName = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};

/** «Абрамов Илья Сергеевич»; absent parts leave no spaces. */
export const fullName = ({ lastName, firstName, middleName }: PersonName): string =>
  [lastName, firstName, middleName].filter((part) => part !== '').join(' ');

/** «Абрамов Илья»: enough in a list of one class. */
export const listName = ({ lastName, firstName }: PersonName): string =>
  [lastName, firstName].filter((part) => part !== '').join(' ');

/** «Абрамов И. С.» */
export function shortName({ lastName, firstName, middleName }: PersonName): string {
  const initials = [firstName, middleName]
    .filter((part) => part !== '')
    .map((part) => `${part.slice(0, 1)}.`);
  return [lastName, ...initials].join(' ');
}

/** Order of lists: surname, name, patronymic; Ё sorts as Е, as in paper journals. */
export function compareNames(a: PersonName, b: PersonName): number {
  return (
    compareText(a.lastName, b.lastName) ||
    compareText(a.firstName, b.firstName) ||
    compareText(a.middleName, b.middleName)
  );
}
