import { Text } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { AttendanceSheet } from '#contract/attendance';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { attendanceTexts as words } from '../../text/attendance';
import { notifyDone, notifyError, notifyPlainly } from '../../ui/notify';
import type { Range } from '../../ui/sheet-grid/range';
import { SheetGrid } from '../../ui/sheet-grid/sheet-grid';
import { takeKeyboard } from '../../ui/take-keyboard';
import { useUndo, type Undo } from '../../ui/use-undo';
import classes from './attendance.module.css';
import { documentText, DocumentsPanel } from './documents-panel';
import {
  absencesIn,
  absentOn,
  cellsOf,
  columnsOf,
  footOf,
  hoursOf,
  notFilled,
  rowsOf,
  type Reason,
} from './sheet-view';
import { refreshAttendance, sendReasons, useSetReasons } from './use-attendance';

/** By what was typed, and by where the letters lie on a Russian keyboard. */
const LETTERS: Readonly<Record<string, Reason>> = { н: 'absent', б: 'ill', у: 'excused' };
const PHYSICAL: Readonly<Record<string, Reason>> = {
  KeyY: 'absent',
  Comma: 'ill',
  KeyE: 'excused',
};
const MOST_NAMED = 4;

/** Who is missing today, and which lessons nobody has noted. */
function Glance(props: {
  readonly sheet: AttendanceSheet;
  readonly today: IsoDate;
  readonly hours: ReturnType<typeof hoursOf>;
  readonly cells: ReturnType<typeof cellsOf>;
}) {
  const { sheet, today, hours, cells } = props;
  const day = sheet.from <= today && today <= sheet.to ? today : sheet.from;
  const shown = sheet.from === sheet.to || day === today;
  const absent = absentOn(day, sheet, hours, cells);
  const dayText = day === today ? words.today : formatDate(day);
  const open = notFilled(sheet, today);
  const named = open
    .slice(0, MOST_NAMED)
    .map(({ number, subjectName, teachers }) =>
      words.notFilledLesson(number, subjectName, teachers.join(', ')),
    );
  const more = open.length > MOST_NAMED ? words.andMore(open.length - MOST_NAMED) : '';
  return (
    <div className={classes['glance']} role="status">
      {shown && (
        <Text size="sm">
          {absent.length === 0 ? (
            words.nobodyAbsent(dayText)
          ) : (
            <>
              <b>{words.absentNow(dayText, absent.length)}</b> · {absent.join(', ')}
            </>
          )}
        </Text>
      )}
      {sheet.from <= today && (
        <Text size="sm" {...(open.length === 0 && { c: 'dimmed' })}>
          {open.length === 0
            ? words.allFilled
            : `${words.notFilled(open.length)}${named.join('; ')}${more}.`}
        </Text>
      )}
    </div>
  );
}

/** Sets the reasons of absences at once, tells what did not go, and keeps the way back. */
function useReasons(classId: number, undo: Undo) {
  const set = useSetReasons();
  return (reason: Reason, cells: ReturnType<typeof absencesIn>) => {
    if (cells.length === 0) return notifyPlainly(words.nothingChosen);
    const changing = cells.filter(([, , , now]) => now !== reason);
    if (changing.length === 0) return;
    const done = set.mutateAsync({ classId, reason, cells: changing });
    // The way back is there as soon as the letters are: it waits for the disk, not the person.
    undo.did(words.documents.deed.reasons, async () => {
      const { changed } = await done;
      for (const [before, own] of Map.groupBy(changed, (one) => one.before)) {
        await sendReasons(
          classId,
          before,
          own.map(({ lessonId, pupilId, version }) => ({ lessonId, pupilId, version })),
        );
      }
      await refreshAttendance();
    });
    done.then(({ changed, stale, underDocument, closed }) => {
      if (stale > 0) notifyPlainly(words.stale(stale));
      if (closed > 0) notifyPlainly(words.closed(closed));
      if (underDocument > 0) notifyPlainly(words.underDocument);
      if (changed.length > 0) notifyDone(words.done(changed.length, words.letters[reason]));
    }, notifyError);
  };
}

/** A day or a week of a class over all lessons, worked by keys (J7). */
export function SheetGridView(props: {
  readonly sheet: AttendanceSheet;
  readonly view: 'day' | 'week';
  readonly today: IsoDate;
}) {
  const { sheet, view, today } = props;
  const hours = useMemo(() => hoursOf(sheet), [sheet]);
  const cells = useMemo(() => cellsOf(sheet), [sheet]);
  const columns = useMemo(() => columnsOf(hours, view), [hours, view]);
  const nameOf = useCallback(
    (id: number) => {
      const found = sheet.documents.find((one) => one.id === id);
      return found === undefined ? '' : documentText(found);
    },
    [sheet],
  );
  const rows = useMemo(() => rowsOf(sheet, hours, cells, nameOf), [sheet, hours, cells, nameOf]);
  const foot = useMemo(() => footOf(sheet, hours, cells), [sheet, hours, cells]);
  const [range, setRange] = useState<Range>({ top: 0, bottom: 0, left: 0, right: 0 });
  const [adding, setAdding] = useState(false);
  const undo = useUndo(words.undone);
  const setReasons = useReasons(sheet.classId, undo);
  const body = useRef<HTMLDivElement>(null);
  const toGrid = () => takeKeyboard(body.current?.querySelector<HTMLElement>('[role="grid"]'));
  useEffect(toGrid, []);

  const onKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || !sheet.canSetReasons) return false;
    const reason = LETTERS[event.key.toLowerCase()] ?? PHYSICAL[event.code];
    if (reason !== undefined) {
      setReasons(reason, absencesIn(range, sheet, hours, cells));
      return true;
    }
    if (event.key.toLowerCase() !== 'с' && event.code !== 'KeyC') return false;
    setAdding(true);
    return true;
  };
  return (
    <>
      <Glance sheet={sheet} today={today} hours={hours} cells={cells} />
      <div ref={body} className={classes['body']}>
        <SheetGrid
          label={words.grid[view]}
          corner={words.pupil}
          columns={columns}
          rows={rows}
          foot={foot}
          readOnly
          dense={view === 'week'}
          onEnter={() => undefined}
          onRange={setRange}
          onKey={onKey}
        />
        <DocumentsPanel
          sheet={sheet}
          pupilId={sheet.pupils[range.top]?.id}
          adding={adding}
          undo={undo}
          onAdding={(next) => {
            setAdding(next);
            if (!next) setTimeout(toGrid, 0);
          }}
        />
      </div>
    </>
  );
}
