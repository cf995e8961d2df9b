import { assertNever } from '../assert-never';
import type { DefaultSubjectName } from '../school/default-subjects';
import type { Random } from './random';

/** Homework as teachers write it; empty where the subject gives none. */
export function homeworkOf(subject: DefaultSubjectName, random: Random): string {
  const number = random.between(8, 240);
  const section = random.between(2, 58);
  switch (subject) {
    case 'Русский язык':
      return random.pick([
        `Упр. ${number}`,
        `§ ${section}, упр. ${number}`,
        `Упр. ${number}, правило`,
      ]);
    case 'Литературное чтение':
    case 'Литература':
      return random.pick([
        `С. ${number}–${number + 5}, читать`,
        `Читать, вопросы на с. ${number}`,
        'Выразительное чтение',
        'Пересказ по плану',
      ]);
    case 'Иностранный язык (английский)':
      return random.pick([
        `С. ${number}, упр. ${section}`,
        'Выучить слова',
        `Упр. ${section} письменно`,
      ]);
    case 'Математика':
    case 'Алгебра':
    case 'Алгебра и начала математического анализа':
      return random.pick([
        `№ ${number}, ${number + 2}`,
        `§ ${section}, № ${number}–${number + 3}`,
        `№ ${number}, ${number + 1}, повторить правила`,
      ]);
    case 'Геометрия':
      return random.pick([`П. ${section}, № ${number}`, `П. ${section}, теорема, № ${number}`]);
    case 'Физика':
    case 'Химия':
      return random.pick([
        `§ ${section}, упр. ${random.between(1, 40)}`,
        `§ ${section}, задачи 1–3`,
      ]);
    case 'Окружающий мир':
      return random.pick([`С. ${number}–${number + 3}, читать`, `Рабочая тетрадь, с. ${section}`]);
    case 'История':
    case 'Обществознание':
    case 'География':
    case 'Биология':
    case 'Вероятность и статистика':
    case 'Информатика':
    case 'Основы безопасности и защиты Родины':
      return random.pick([
        `§ ${section}, читать`,
        `§ ${section}, вопросы 1–4`,
        `§ ${section}, пересказ`,
      ]);
    case 'Индивидуальный проект':
      return random.pick(['Собрать материал', 'Дополнить план работы', '']);
    case 'Изобразительное искусство':
    case 'Труд (технология)':
      return random.pick(['Принести материалы', 'Закончить работу', '', '']);
    case 'Музыка':
    case 'Физическая культура':
    case 'Основы религиозных культур и светской этики':
    case 'Разговоры о важном':
      return '';
    default:
      return assertNever(subject);
  }
}
