import { plural } from '#domain/text/plural';

const sections = (count: number) => plural(count, 'раздела', 'разделов', 'разделов');

export const readinessTexts = {
  title: 'Готовность к году',
  label: 'Разделы журнала',
  hint: (yearName: string, done: number, total: number) =>
    done === total
      ? `${yearName} учебный год: все разделы готовы, можно работать спокойно.`
      : `${yearName} учебный год: готово ${done} из ${total} ${sections(total)}. Щелчок по строке открывает, где это делают.`,
  paper: 'На бумаге',
  paperTitle: 'Готовность журнала к учебному году',
  back: 'К списку',
  columns: {
    section: 'Раздел',
    state: 'Готово',
    missing: 'Чего не хватает',
    by: 'Кто делает',
    due: 'Срок',
    clauses: 'Основание',
  },
  isLate: 'срок прошёл',
  late: (day: string) => `${day}, срок прошёл`,
} as const;
