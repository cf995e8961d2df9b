import { assertNever } from '../assert-never';
import type { TableFileProblem } from './table';

const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

/** The sentence for a person whose file could not be read (C4): what happened and what to do. */
export function describeTableFileProblem(problem: TableFileProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'В файле нет ни одной заполненной ячейки. Ничего не загружено. Проверьте, тот ли файл выбран.';
    case 'notASpreadsheet':
      return 'Это не таблица. Ничего не загружено. Подойдут файлы XLSX, ODS и CSV.';
    case 'damaged':
      return 'Файл повреждён или скопирован не до конца. Ничего не загружено. Откройте его в редакторе таблиц и сохраните заново.';
    case 'oldExcel':
      return 'Это старый формат Excel (.xls). Ничего не загружено. Откройте файл и сохраните его как «Книга Excel (.xlsx)».';
    case 'oldWord':
      return 'Это документ старого Word (.doc). Ничего не загружено. Откройте его и сохраните как .docx.';
    case 'passwordProtected':
      return 'Файл защищён паролем. Ничего не загружено. Снимите пароль и выберите файл снова.';
    case 'tooLarge':
      switch (problem.what) {
        case 'file':
          return `Файл больше ${megabytes(problem.limit)} МБ. Ничего не загружено. Разделите его на части.`;
        case 'unpacked':
          return `Содержимое файла больше ${megabytes(problem.limit)} МБ. Ничего не загружено. Удалите лишние листы или разделите файл.`;
        case 'cells':
          return `В файле больше ${problem.limit.toLocaleString('ru-RU')} ячеек. Ничего не загружено. Удалите лишнее или разделите файл.`;
        default:
          return assertNever(problem.what);
      }
    default:
      return assertNever(problem);
  }
}
