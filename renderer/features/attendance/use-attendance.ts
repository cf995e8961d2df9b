import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AttendanceCell, AttendanceSheet } from '#contract/attendance';
import { core } from '../../api/clients';
import { ConnectionError } from '../../api/connect';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { whileSaving } from '../../api/saving';
import { cellKey, type Reason } from './sheet-view';

/** What others enter comes in bursts: the sheet is read once for all of them. */
const PATIENCE_MS = 250;
const AGAIN_MS = 3000;

export const refreshAttendance = async (): Promise<void> => {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.attendance.key() }),
    queryClient.invalidateQueries({ queryKey: queries.journal.key() }),
  ]);
};

/** Reads the sheets anew whenever somebody enters something in the lessons of the class. */
export function useWatchedClass(classId: number | undefined): void {
  useEffect(() => {
    if (classId === undefined) return;
    const watching = new AbortController();
    const { signal } = watching;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => void queryClient.invalidateQueries({ queryKey: queries.attendance.sheet.key() }),
        PATIENCE_MS,
      );
    };
    const watch = async () => {
      try {
        for await (const _ of await core.attendance.watch({ classId }, { signal })) soon();
      } catch (error) {
        // A window that was locked begins anew; a lost connection is told by the frame.
        if (!signal.aborted && !(error instanceof ConnectionError)) soon();
      }
      if (!signal.aborted) timer = setTimeout(() => void watch(), AGAIN_MS);
    };
    void watch();
    return () => {
      watching.abort();
      clearTimeout(timer);
    };
  }, [classId]);
}

type ReasonsOrder = {
  readonly classId: number;
  readonly reason: Reason;
  readonly cells: readonly AttendanceCell[];
};

/** The sheets with these reasons in them, as they will come back from the core. */
function withReasons(sheet: AttendanceSheet, { reason, cells }: ReasonsOrder): AttendanceSheet {
  const chosen = new Set(cells.map(([lesson, pupil]) => cellKey(lesson, pupil)));
  return {
    ...sheet,
    cells: sheet.cells.map((cell): AttendanceCell => {
      const [lesson, pupil, version, , , turnedBy] = cell;
      if (!chosen.has(cellKey(lesson, pupil))) return cell;
      return [lesson, pupil, version, reason, null, turnedBy];
    }),
  };
}

export const sendReasons = (
  classId: number,
  reason: Reason,
  cells: readonly {
    readonly lessonId: number;
    readonly pupilId: number;
    readonly version: number;
  }[],
) => core.attendance.setReasons({ classId, reason, cells: [...cells] });

/** Sets reasons: the letters stand at once and come back where they were refused. */
export const useSetReasons = () =>
  useMutation({
    mutationFn: ({ classId, reason, cells }: ReasonsOrder) =>
      whileSaving(
        sendReasons(
          classId,
          reason,
          cells.map(([lessonId, pupilId, version]) => ({ lessonId, pupilId, version })),
        ),
      ),
    onMutate: (order) => {
      queryClient.setQueriesData<AttendanceSheet>(
        { queryKey: queries.attendance.sheet.key() },
        (sheet) => sheet && withReasons(sheet, order),
      );
    },
    onSettled: refreshAttendance,
  });

export const useAddDocument = () =>
  useMutation({
    mutationFn: (order: Parameters<typeof core.attendance.addDocument>[0]) =>
      whileSaving(core.attendance.addDocument(order)),
    onSettled: refreshAttendance,
  });
export const useWithdraw = () =>
  useMutation({
    mutationFn: (order: { readonly classId: number; readonly documentId: number }) =>
      whileSaving(core.attendance.withdrawDocument(order)),
    onSettled: refreshAttendance,
  });
