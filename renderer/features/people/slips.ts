import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../../api/query-client';

/** A temporary password on its way to paper. */
export type Slip = { readonly name: string; readonly login: string; readonly password: string };

const KEY = ['slips'];
queryClient.setQueryDefaults(KEY, { gcTime: Infinity, staleTime: Infinity });

/** Keeps a slip until it is put away or its maker logs out; a locked window does not lose it. */
export const addSlip = (slip: Slip): void => {
  queryClient.setQueryData<readonly Slip[]>(KEY, (slips = []) => [
    ...slips.filter(({ login }) => login !== slip.login),
    slip,
  ]);
};

export const dropSlips = (): void => {
  queryClient.setQueryData<readonly Slip[]>(KEY, []);
};

const none: readonly Slip[] = [];

export const useSlips = (): readonly Slip[] =>
  useQuery<readonly Slip[]>({ queryKey: KEY, initialData: none, enabled: false }).data;
