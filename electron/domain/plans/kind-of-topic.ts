import type { PlanKind } from './plan-row';

/** Words about a control work that is not held in this lesson. */
const AROUND = /подготовк|анализ|работа над ошибк|обобщ|повторен/iu;

const WORDS: readonly (readonly [PlanKind, RegExp])[] = [
  [
    'control',
    /контрольн\p{L}* (?:работ|диктант|сочинен|изложен|списыван|тест|срез|точк|чтени)|(?<!\p{L})к\s?[/.]\s?р(?!\p{L})|(?<!\p{L})зач[её]т\p{L}{0,2}(?!\p{L})|(?<!\p{L}|словарн\p{L}{2} |предметн\p{L}{2} |обучающ\p{L}{2} )диктант(?!\p{L})|^контрольная$|промежуточн\p{L}* аттестац|(?<!\p{L})впр(?!\p{L})|всероссийск\p{L}* проверочн/iu,
  ],
  ['laboratory', /лабораторн|(?<!\p{L})л\s?[/.]\s?р(?!\p{L})/iu],
  ['practical', /практическ\p{L}* (?:работ|занят)|практикум|(?<!\p{L})п\s?[/.]\s?р(?!\p{L})/iu],
  ['excursion', /экскурси/iu],
];

/** What a topic is by its words: «К/р № 2», «Зачёт», «Контрольный диктант» are control works. */
export function kindOfTopic(topic: string): PlanKind {
  const found = WORDS.find(([, words]) => words.test(topic));
  if (found === undefined) return 'lesson';
  return found[0] === 'control' && AROUND.test(topic) ? 'lesson' : found[0];
}

const NAMES: readonly (readonly [PlanKind, RegExp])[] = [
  ['control', /^(?:к|кр|контр|зач)/u],
  ['laboratory', /^(?:л|лр)(?:$|а|\/| )/u],
  ['practical', /^(?:п|пр)(?:$|р|\/| )/u],
  ['excursion', /^э/u],
  ['lesson', /^у/u],
];

/** A kind as people type it into a cell: «к/р», «лабораторная», «у»; undefined for other words. */
export function parseKind(text: string): PlanKind | undefined {
  const word = text.trim().toLowerCase().replaceAll('ё', 'е');
  if (word === '') return 'lesson';
  return NAMES.find(([, pattern]) => pattern.test(word))?.[0];
}
