import { assertNever } from '../assert-never';
import type { XmlProblem } from './xml';

/** The sentence for a person whose XML file could not be read (T3). */
export function describeXmlProblem({ code }: XmlProblem): string {
  switch (code) {
    case 'empty':
      return 'Файл пуст. Ничего не загружено. Сохраните расписание ещё раз и выберите новый файл.';
    case 'notXml':
      return 'Это не файл расписания. Ничего не загружено. Подойдут файлы .fet и XML из программы расписания.';
    case 'damaged':
      return 'Файл повреждён или скопирован не до конца. Ничего не загружено. Сохраните расписание ещё раз.';
    case 'tooLarge':
      return 'Файл слишком велик для расписания. Ничего не загружено. Проверьте, тот ли файл выбран.';
    default:
      return assertNever(code);
  }
}
