import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { noticeText } from '../strip/notice-text';
import { pasteText } from '../strip/paste-text';
import { openSmallPage } from '../testing/small-page';
import { leftOut, planPaste } from './clipboard';
import { textAt } from './edits';

let page: ReturnType<typeof openSmallPage>;
beforeEach(() => {
  page = openSmallPage(() => 'down');
});
const column = (col: number) => [0, 1, 2].map((row) => textAt(page.store, row, col));
const at = (row: number, col: number) => page.desk.moveTo({ row, col });
function said(): string {
  const notice = page.desk.notice();
  if (notice === undefined || notice.kind === 'askNote' || notice.kind === 'askProposed') return '';
  return notice.kind === 'askPaste'
    ? pasteText(page.store, notice.plan)
    : noticeText(page.store, notice, page.desk.cursor());
}

test('copying gives tabs and lines, pasting asks before it overwrites', () => {
  at(0, 1);
  page.desk.paste('4\n3\n');
  at(0, 0);
  page.desk.moveTo({ row: 1, col: 1 }, true);
  expect(page.desk.copy()).toBe('5\t4\n\t3');
  at(0, 1);
  page.desk.paste('2\nН\nчто\n');
  expect(said()).toBe(
    'Будет внесено: 2 ячейки. Из них 2 заменят то, что есть: Абрамов Илья, 19.11: 4 → 2; ' +
      'Белова Мария, 19.11: 3 → Н. Не войдёт 1: не отметка этой страницы — ' +
      '«что» (Власов Семён, 19.11). Можно: 1–5, н, б, у, о, точка.',
  );
  expect(column(1)).toEqual(['4', '3', '']);
  page.desk.answerPaste(true);
  expect(column(1)).toEqual(['2', 'Н', '']);
  expect(said()).toContain('Вставлено: 2 ячейки. Не войдёт 1');
  page.desk.act({ do: 'undo' });
  expect(column(1)).toEqual(['4', '3', '']);
});

test('nothing is entered where the person says no', () => {
  at(0, 0);
  page.desk.paste('2\n7');
  page.desk.answerPaste(false);
  expect(column(0)).toEqual(['5', '', '']);
  expect(said()).toBe('');
});

test('what lies beside the page, over closed cells or over absent pupils is told beforehand', () => {
  at(1, 0);
  page.desk.paste('4\tН 4\t5\n4\t5/4\t\n4\t\t\t\t\t');
  expect(said()).toBe(
    'Будет внесено: 3 ячейки. Не войдёт 3: за краем страницы — 1; урок ещё не прошёл — 1; ' +
      'ученика ещё не было в списке — 1.',
  );
  page.desk.answerPaste(true);
  expect([column(0), column(1)]).toEqual([
    ['5', '4', ''],
    ['', 'Н 4', '5/4'],
  ]);
});

test('one value fills what is selected, without a question where nothing is lost', () => {
  at(0, 1);
  page.desk.moveTo({ row: 2, col: 1 }, true);
  page.desk.paste('н\r\n');
  expect(column(1)).toEqual(['Н', 'Н', 'Н']);
  expect(said()).toBe('Вставлено: 3 ячейки.');
  page.desk.paste('н');
  expect(said()).toBe('Ничего не вставлено. Всё это здесь уже стоит.');
});

test('a value of another scale is told once with its cells', () => {
  page = openSmallPage(() => 'down', { grading: 'credit' });
  at(0, 1);
  page.desk.paste('5\nзачет\n4');
  expect(said()).toBe(
    'Будет внесено: 1 ячейка. Не войдёт 2: не отметки этой страницы — «5» (Абрамов Илья, 19.11), ' +
      '«4» (Власов Семён, 19.11). По этому предмету ставят «зачёт»: + зачтено, − не зачтено.',
  );
});

test('every value of a paste is entered, stands there already, or is counted as left out', () => {
  const value = fc.constantFrom('', '5', '2', 'н', 'о5 4', '5/4', '7', 'отл', 'зач');
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      fc.nat(2),
      fc.nat(3),
      (table, row, col) => {
        const text = table.map((line) => line.join('\t')).join('\n');
        const range = { top: row, bottom: row, left: col, right: col };
        const plan = planPaste(page.store, range, text);
        const same = table.flatMap((line, down) =>
          line.filter(
            (one, aside) =>
              one !== '' &&
              row + down < 3 &&
              col + aside < 4 &&
              textAt(page.store, row + down, col + aside) === one,
          ),
        ).length;
        const values = table.flat().filter((one) => one !== '').length;
        const entered = plan.cells.filter((cell) => cell.text !== '').length;
        expect(entered + same + leftOut(plan)).toBe(values);
      },
    ),
  );
});
