import { formatDate } from '../calendar/iso-date';
import { plural } from '../text/plural';
import type { LessonHomework, Manner, OwnTask, TaskDetails } from './homework';

/** «Характер выполнения» (ТИП 2.8) in words. */
export const MANNER_WORDS: Readonly<Record<Exclude<Manner, ''>, string>> = {
  written: 'письменно',
  oral: 'устно',
  byHeart: 'наизусть',
  practical: 'практически',
};

const detailWords = ({ dueOn, minutes, manner, materials }: TaskDetails): readonly string[] => [
  ...(dueOn === null ? [] : [`к ${formatDate(dueOn).slice(0, 5)}`]),
  ...(minutes === null ? [] : [`${minutes} мин`]),
  ...(manner === '' ? [] : [MANNER_WORDS[manner]]),
  ...materials.split('\n').filter((line) => line.trim() !== ''),
];

/** «для 2 учеников: № 5 (20 мин)»; names of pupils are not told. */
function taskWords(task: OwnTask): string {
  const { groupId, pupilIds, text } = task;
  const count = pupilIds.length;
  const whom =
    groupId === null ? `${count} ${plural(count, 'ученика', 'учеников', 'учеников')}` : 'группы';
  const details = detailWords(task);
  return `для ${whom}: ${text}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}

/** What is said of a lesson's homework beside its text, a line a thing. */
export const homeworkWords = ({ forAll, tasks }: LessonHomework): readonly string[] => [
  ...detailWords(forAll),
  ...tasks.map(taskWords),
];
