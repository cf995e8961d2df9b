import { formatDate } from '../../calendar/iso-date';
import type { DocumentPart, TableDocument } from '../../documents/table-document';
import { fullName } from '../../people/name';
import { EDUCATION_FORM_NAMES, type PupilData } from '../pupil-data';
import { RELATION_NAMES, type Relation, type RepresentativeData } from '../representative';
import { teacherLine, type ClassPaper } from './class-head';

export type CheckedPupil = {
  readonly data: PupilData;
  readonly representatives: readonly (RepresentativeData & {
    readonly relation: Relation;
    readonly legal: boolean;
  })[];
};

const NOTHING = '—';
const said = (text: string | null): string => (text === null || text === '' ? NOTHING : text);

function pupilLines({ data }: CheckedPupil): readonly (readonly [string, string])[] {
  return [
    ['Фамилия, имя, отчество', fullName(data)],
    ['Дата рождения', said(data.birthDate === null ? null : formatDate(data.birthDate))],
    ['СНИЛС', said(data.snils)],
    ['Гражданство', said(data.citizenship)],
    ['Адрес проживания', said(data.address)],
    ['Адрес регистрации', said(data.registeredAddress)],
    ['Телефон ребёнка', said(data.phone)],
    ['Электронная почта', said(data.email)],
    ['Форма обучения', EDUCATION_FORM_NAMES[data.educationForm]],
  ];
}

function sheetOf(
  pupil: CheckedPupil,
  head: ClassPaper,
  { checkName, first }: { readonly checkName: string; readonly first: boolean },
): DocumentPart {
  const row = ([what, value]: readonly [string, string]) => ({ cells: [what, value, null] });
  const { representatives } = pupil;
  return {
    newPage: !first,
    heading: `Лист сверки данных: ${fullName(pupil.data)}, ${head.className} класс`,
    lines: [
      [head.school, checkName, ...teacherLine(head)].join(' · '),
      'Уважаемые родители (законные представители)! Проверьте, пожалуйста, сведения о ребёнке и о себе. Верное отметьте словом «верно», неверное исправьте. Подпишите лист и верните его классному руководителю.',
    ],
    columns: [
      { title: 'Сведения', width: 24 },
      { title: 'Записано в журнале', width: 40 },
      { title: 'Верно / исправить на', width: 36 },
    ],
    rows: [
      ...pupilLines(pupil).map(row),
      ...representatives.flatMap((one) => [
        {
          kind: 'section' as const,
          cells: [
            `${RELATION_NAMES[one.relation]}${one.legal ? '' : ' (не законный представитель)'}`,
          ],
        },
        row(['Фамилия, имя, отчество', fullName(one)]),
        row(['Телефон', said(one.phone)]),
        row(['Электронная почта', said(one.email)]),
        row(['Адрес', said(one.address)]),
      ]),
      ...(representatives.length === 0
        ? [
            { kind: 'section' as const, cells: ['Родители (законные представители)'] },
            ...['Фамилия, имя, отчество', 'Кем приходится', 'Телефон'].map((what) => ({
              cells: [what, NOTHING, null],
            })),
          ]
        : []),
    ],
    notes: ['Дата: «____» ____________ 20___ г.'],
    signatures: [{ role: 'Родитель (законный представитель)', name: '' }],
  };
}

/**
 * The sheets of a data check for the parents, a page a pupil (ИНС б, КИА 4.3.10): what the journal
 * says, a place to confirm or mend it, and a line to sign.
 */
export function checkSheetsDocument(
  head: ClassPaper,
  checkName: string,
  pupils: readonly CheckedPupil[],
): TableDocument {
  return {
    title: `Сверка данных ${head.className} класса, ${checkName}`,
    // Each page goes to another family: all words stand on every one.
    school: '',
    heading: [],
    orientation: 'portrait',
    fontSize: 11,
    parts: pupils.map((pupil, index) => sheetOf(pupil, head, { checkName, first: index === 0 })),
  };
}
