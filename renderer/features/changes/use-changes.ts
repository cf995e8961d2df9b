import { useMutation } from '@tanstack/react-query';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';

/** Whatever is changed of a day shows in pages, in the start screen and in the timetable as well. */
const refresh = async () => {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.changes.key() }),
    queryClient.invalidateQueries({ queryKey: queries.journal.key() }),
    queryClient.invalidateQueries({ queryKey: queries.timetable.heldWeek.key() }),
    queryClient.invalidateQueries({ queryKey: queries.timetable.paper.key() }),
  ]);
};

export const useDecide = () =>
  useMutation({
    mutationFn: (order: Parameters<typeof core.changes.decide>[0]) => core.changes.decide(order),
    onSettled: refresh,
  });
export const useTakeBack = () =>
  useMutation({
    mutationFn: (order: Parameters<typeof core.changes.takeBack>[0]) =>
      core.changes.takeBack(order),
    onSettled: refresh,
  });
export const useSetAbsence = () =>
  useMutation({
    mutationFn: (order: Parameters<typeof core.changes.setAbsence>[0]) =>
      core.changes.setAbsence(order),
    onSettled: refresh,
  });
export const useRemoveAbsence = () =>
  useMutation({
    mutationFn: (id: number) => core.changes.removeAbsence({ id }),
    onSettled: refresh,
  });
