import { hasRole, type Actor } from '../people/roles';

/** What is written to parents about a pupil (J8; ИНС 2.6; ЭЛЖ «регистрация рекомендаций педагогов»). */
export const NOTE_KINDS = ['thanks', 'achievement', 'recommendation', 'remark', 'appeal'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const NOTE_NAMES: Readonly<Record<NoteKind, string>> = {
  thanks: 'Благодарность',
  achievement: 'Достижение',
  recommendation: 'Рекомендация',
  remark: 'Замечание',
  appeal: 'Обращение к родителям',
};

/**
 * Beginnings worded for parents: «замечания и обращения к родителям необходимо формулировать грамотно
 * и корректно» (ИНС 2.6). The person goes on writing.
 */
export const NOTE_PHRASES: Readonly<Record<NoteKind, readonly string[]>> = {
  thanks: [
    'Благодарю за активную работу на уроке.',
    'Благодарю за помощь в подготовке классного мероприятия.',
    'Спасибо за отличное выступление с докладом.',
  ],
  achievement: [
    'Занял призовое место в школьном этапе олимпиады.',
    'Заметно повысил результаты за последний месяц.',
    'Успешно защитил проектную работу.',
  ],
  recommendation: [
    'Рекомендую повторить тему: ',
    'Рекомендую выполнить дополнительные задания: ',
    'Рекомендую прийти на консультацию: ',
  ],
  remark: [
    'Не готов к уроку: нет домашнего задания.',
    'Пришёл на урок без учебника и тетради.',
    'Отвлекался на уроке и мешал одноклассникам.',
  ],
  appeal: [
    'Прошу проконтролировать выполнение домашних заданий.',
    'Прошу связаться со мной по вопросу успеваемости.',
    'Приглашаю на беседу: ',
  ],
};

export const MOST_NOTE_LETTERS = 1000;

/** Where somebody stands to the pupil on the day of the note. */
export type NoteStaff = {
  readonly homeroomTeacherId: number | null;
  /** Teaches the pupil on the page the note is written from. */
  readonly teachesPage: boolean;
};

/** A deputy writes to any pupil's parents, a class teacher of the own class, a teacher from an own page. */
export const canWriteNote = (actor: Actor, staff: NoteStaff): boolean =>
  hasRole(actor, 'deputy') ||
  (hasRole(actor, 'classTeacher') && staff.homeroomTeacherId === actor.staffId) ||
  (hasRole(actor, 'teacher') && staff.teachesPage);

/** What is written is changed by who wrote it; a deputy may take out what is not worded as it should be. */
export const canChangeNote = (
  actor: Actor,
  note: { readonly staffId: number },
  deed: 'change' | 'remove',
): boolean => note.staffId === actor.staffId || (deed === 'remove' && hasRole(actor, 'deputy'));
