import type { Place } from '../../../ui/sheet-grid/range';
import { journalTexts } from '../../../text/journal';
import { markWords } from '../store/cell-words';
import { closedAt } from '../desk/edits';
import { broughtSaid } from '../store/brought';
import { cellKey, periodMarkKey } from '../store/keys';
import type { PageStore } from '../store/page-store';
import { closedText, placeOf } from '../strip/place-text';

/** What is said of a cell when the mouse rests on it: whose, for what work, remark, why closed. */
export function cellHint(store: PageStore, place: Place): string {
  const [pupil, column] = [store.model.pupils[place.row], store.model.columns[place.col]];
  if (pupil === undefined || column === undefined) return '';
  const texts = journalTexts.hint;
  const lines = [placeOf(store.model, place)];
  if (column.kind === 'lesson') {
    const { shown } = store.cells.get(cellKey(column.lesson.id, pupil.id));
    lines.push(...markWords(store, column.lesson.id, shown));
    if (shown.attendance === 'late') lines.push(texts.late(shown.lateMinutes));
    if (shown.remark !== '') lines.push(texts.remark(shown.remark));
    const why = closedAt(store, place.row, place.col);
    const brought = broughtSaid(store.model, pupil);
    if (brought !== '' && (why === 'notYetHere' || why === 'awayThen')) {
      lines.push(brought);
    }
    lines.push(closedText(store, place) ?? '');
  } else {
    const { note } = store.periodMarks.get(periodMarkKey(pupil.id, column.period.id)).shown;
    const brought = store.model.brought.periodMark(pupil.id, column.period.id);
    if (brought !== '') {
      lines.push(journalTexts.brought.period(brought, store.model.brought.school(pupil.id) ?? ''));
    }
    const { proposed } = store.averages.of(pupil.id, column.period);
    if (proposed !== '') lines.push(journalTexts.periodMark.proposed(proposed));
    if (note !== '') lines.push(texts.note(note));
    lines.push(closedText(store, place) ?? '');
  }
  return lines.filter((line) => line !== '').join('\n');
}
