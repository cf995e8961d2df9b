import { daysBetween, formatDate, type IsoDate } from '../calendar/iso-date';
import type { DocumentPart, DocumentRow, TableDocument } from '../documents/table-document';
import { DOCUMENT_KIND_NAMES, type AbsenceDocument, type DocumentKind } from './absence-documents';
import { ATTENDANCE_LETTERS, type Attendance } from './attendance';
import { absenceSums, type AbsenceSums } from './sums';

type Lesson = {
  readonly id: number;
  readonly date: IsoDate;
  readonly number: number;
  readonly pupilIds: readonly number[];
};
type Cell = {
  readonly lessonId: number;
  readonly pupilId: number;
  readonly attendance: Attendance;
  readonly lateMinutes: number | null;
};
type Paper = {
  readonly school: string;
  readonly className: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly lessons: readonly Lesson[];
  readonly pupils: readonly { readonly id: number; readonly name: string }[];
  readonly cells: readonly Cell[];
  readonly documents: readonly (AbsenceDocument & {
    readonly pupilId: number;
    readonly kind: DocumentKind;
    readonly number: string;
    readonly note: string;
  })[];
  readonly homeroomTeacher: string;
};

/** A week still has room for every lesson; of more days only the sums are printed. */
const DAYS_WITH_LESSONS = 6;
const orNothing = (value: number) => (value === 0 ? null : value);
const day = (date: IsoDate) => formatDate(date).slice(0, 5);

export const cellLetters = ({ attendance, lateMinutes }: Omit<Cell, 'lessonId' | 'pupilId'>) =>
  attendance === 'late'
    ? `${ATTENDANCE_LETTERS.late}${lateMinutes === null ? '' : lateMinutes}`
    : ATTENDANCE_LETTERS[attendance];

const SUM_COLUMNS = [
  'Уроков всего',
  'по болезни',
  'по уважит. причине',
  'без причины',
  'Дней всего',
  'по болезни',
  'по уважит. причине',
  'без причины',
  'Опозданий',
] as const;
const sumCells = ({ lessons, days, late }: AbsenceSums) =>
  [
    lessons.total,
    lessons.ill,
    lessons.excused,
    lessons.absent,
    days.total,
    days.ill,
    days.excused,
    days.absent,
    late,
  ].map(orNothing);

function lessonsPart(paper: Paper, noted: (lessonId: number, pupilId: number) => Cell | undefined) {
  const hours = [...Map.groupBy(paper.lessons, ({ date, number }) => `${date} ${number}`).values()];
  const rows = paper.pupils.map((pupil, index): DocumentRow => ({
    cells: [
      index + 1,
      pupil.name,
      ...hours.map((lessons) => {
        const cells = lessons.flatMap(({ id }) => noted(id, pupil.id) ?? []);
        return cells.map(cellLetters).join(' ');
      }),
    ],
  }));
  const part: DocumentPart = {
    heading: 'По урокам',
    columns: [
      { title: '№', width: 3, align: 'right' },
      { title: 'Фамилия, имя', width: 22 },
      ...hours.map(([first]) => ({
        title: first === undefined ? '' : `${day(first.date)}, ${first.number}-й урок`,
        width: 3,
        align: 'center' as const,
        upright: true,
      })),
    ],
    rows,
  };
  return part;
}

/** Лист посещаемости of a class: lessons of a week, sums by reason, documents (J7, КИА 4.3.5). */
export function attendanceDocument(paper: Paper): TableDocument {
  const { from, to, pupils, lessons, documents } = paper;
  const cells = new Map(paper.cells.map((cell) => [`${cell.lessonId} ${cell.pupilId}`, cell]));
  const noted = (lessonId: number, pupilId: number) => cells.get(`${lessonId} ${pupilId}`);
  const sums = pupils.map(({ id }) =>
    absenceSums(
      lessons
        .filter(({ pupilIds }) => pupilIds.includes(id))
        .map((lesson) => {
          const cell = noted(lesson.id, id);
          return {
            date: lesson.date,
            attendance: cell?.attendance ?? null,
            lateMinutes: cell?.lateMinutes ?? null,
          };
        }),
    ),
  );
  const totals = sums.map(sumCells);
  const names = new Map(pupils.map(({ id, name }) => [id, name]));
  const span = from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
  const withLessons = daysBetween(from, to) <= DAYS_WITH_LESSONS && lessons.length > 0;
  return {
    title: `Посещаемость ${paper.className} ${span}`,
    school: paper.school,
    heading: ['Лист посещаемости', `${paper.className} класс, ${span}`],
    orientation: 'landscape',
    fontSize: 9,
    parts: [
      ...(withLessons ? [lessonsPart(paper, noted)] : []),
      {
        heading: 'Пропуски по причинам',
        columns: [
          { title: '№', width: 3, align: 'right' },
          { title: 'Фамилия, имя', width: 22 },
          ...SUM_COLUMNS.map((title) => ({ title, width: 7, align: 'right' as const })),
        ],
        rows: [
          ...pupils.map(({ name }, index): DocumentRow => ({
            cells: [index + 1, name, ...(totals[index] ?? [])],
          })),
          {
            kind: 'total',
            cells: [
              '',
              'По классу',
              ...SUM_COLUMNS.map((_, at) =>
                orNothing(totals.reduce((sum, row) => sum + (row[at] ?? 0), 0)),
              ),
            ],
          },
        ],
        notes: [
          'Б — по болезни, У — по уважительной причине, Н — без причины, О — опоздание с числом минут.',
          'День пропущен, если пропущены все уроки ученика в этот день.',
        ],
      },
      ...(documents.length === 0
        ? []
        : [
            {
              heading: 'Справки и другие документы',
              columns: [
                { title: 'Фамилия, имя', width: 22 },
                { title: 'Дни', width: 20 },
                { title: 'Документ', width: 22 },
                { title: 'Причина', width: 6, align: 'center' as const },
                { title: 'Примечание', width: 30 },
              ],
              rows: documents.map((one): DocumentRow => ({
                cells: [
                  names.get(one.pupilId) ?? '',
                  `${formatDate(one.from)} – ${formatDate(one.to)}`,
                  `${DOCUMENT_KIND_NAMES[one.kind]}${one.number === '' ? '' : ` № ${one.number}`}`,
                  ATTENDANCE_LETTERS[one.reason],
                  one.note,
                ],
              })),
            },
          ]),
    ],
    signatures: [{ role: 'Классный руководитель', name: paper.homeroomTeacher }],
  };
}
