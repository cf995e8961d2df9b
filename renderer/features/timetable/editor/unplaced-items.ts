import type { EditorData, EditorPage } from '#contract/timetable';
import { textKey } from '#domain/import/text-key';
import type { Placement, Slot, TimetableGround } from '#domain/timetable/ground';
import { slotHints, slotKey, type SlotHint } from '#domain/timetable/slot-hints';
import type { Shown } from './board-model';
import type { Names } from './names';
import type { UnplacedItem } from './unplaced-list';

/** As many as a person looks through; typing finds the rest. */
const MOST = 60;
const ORDER: readonly SlotHint['level'][] = ['free', 'warn', 'ask', 'never'];

function isOf(page: EditorPage, { mode, id }: Shown): boolean {
  if (mode === 'class') return page.classIds.includes(id);
  return mode === 'teacher' ? page.teacherIds.includes(id) : true;
}

/**
 * What may be put into a place: hours left of what is shown, or, where words are typed, every page
 * they are found in; what fits the place first.
 */
export function unplacedItems(options: {
  readonly data: EditorData;
  readonly ground: TimetableGround;
  readonly names: Names;
  readonly left: ReadonlyMap<number, number>;
  readonly filter: string;
  readonly slot: Slot;
  readonly placements: readonly Placement[];
  readonly shown: Shown;
  readonly roomId: number | null;
}): readonly UnplacedItem[] {
  const { data, ground, names, left, slot, placements, shown, roomId } = options;
  const words = textKey(options.filter).split(' ').filter(Boolean);
  const found = data.pages.filter((page) => {
    if (!isOf(page, shown)) return false;
    if (words.length === 0) return (left.get(page.id) ?? 0) > 0;
    const text = textKey(`${names.lesson(page.id)} ${names.teachersOf(page)}`);
    return words.every((word) => text.includes(word));
  });
  return found
    .slice(0, MOST)
    .map((page): UnplacedItem => {
      const place: Placement = { pageId: page.id, ...slot, week: 0, roomId };
      const hints = slotHints(ground, placements, [place], {
        weekdays: [slot.weekday],
        numbers: [slot.lessonNumber],
      });
      const hint = hints.get(slotKey(slot)) ?? { level: 'free', clashes: [], warnings: [] };
      return { page, left: left.get(page.id) ?? 0, hint };
    })
    .sort(
      (a, b) =>
        Number(b.left > 0) - Number(a.left > 0) ||
        ORDER.indexOf(a.hint.level) - ORDER.indexOf(b.hint.level) ||
        b.left - a.left,
    );
}
