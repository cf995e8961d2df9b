import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  GoodPersonRow,
  PeoplePreview,
  PeopleResult,
  StaffResult,
} from '#contract/import-people';
import type { Grant } from '#contract/shell';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { PeopleKind } from '#domain/import/people/person-field';
import type { PeopleColumns } from '#domain/import/people/person-row';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { refusalOf } from '../../api/refusal';
import { fullName } from '#domain/people/name';

/** What the person chose so far; columns and the class only where they said something. */
export type Draft = {
  readonly file: Grant | null;
  readonly sheet?: number | undefined;
  readonly columns?: PeopleColumns | undefined;
  readonly className: string;
  readonly from: IsoDate | null;
  readonly withoutBadRows: boolean;
  /** Who rows that ask are, by the rows' keys. */
  readonly answers: Readonly<Record<string, string>>;
  /** Differences decided otherwise than proposed: filling is, replacing is not. */
  readonly flipped: ReadonlySet<string>;
};

const UNREAD = {
  sheet: undefined,
  columns: undefined,
  withoutBadRows: false,
  answers: {},
  flipped: new Set<string>(),
} as const;

/** The input of preview and of apply alike: the same file read the same way. */
function inputOf({ file, sheet, columns, className, answers }: Draft) {
  if (file === null) return undefined;
  return {
    grant: file.grant,
    answers: { ...answers },
    ...(sheet !== undefined && { sheet }),
    ...(columns !== undefined && {
      columns: { firstDataRow: columns.firstDataRow, columns: [...columns.columns] },
    }),
    ...(className.trim() !== '' && { className }),
  };
}

type Change = GoodPersonRow['changes'][number];

/** Whether a difference is to be taken over, as proposed or as the person said. */
export const isAgreed = ({ flipped }: Pick<Draft, 'flipped'>, { key, kind }: Change): boolean =>
  (kind === 'fill') !== flipped.has(key);

/** Names of the rows that are not as they were looked at. */
const changedNames = (before: PeoplePreview, now: PeoplePreview): string[] => {
  const stamps = new Map(before.good.map(({ key, stamp }) => [key, stamp]));
  return now.good.flatMap((row) =>
    stamps.get(row.key) === row.stamp
      ? []
      : [[fullName(row), row.className].filter((part) => part !== '').join(', ')],
  );
};

/** A list of people on its way into the journal: what was chosen, what is planned, the deed itself. */
export function usePeopleImport(kind: PeopleKind, startsOn: IsoDate) {
  const [draft, setDraft] = useState<Draft>({
    file: null,
    className: '',
    from: startsOn,
    ...UNREAD,
  });
  /** Rows that changed in the journal while they were looked at. */
  const [overtaken, setOvertaken] = useState<readonly string[]>([]);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const input = inputOf(draft);
  const previews = {
    pupils: useQuery({
      ...queries.imports.previewPupils.queryOptions({
        input: kind === 'pupils' && input !== undefined ? input : skipToken,
      }),
      placeholderData: keepPreviousData,
    }),
    parents: useQuery({
      ...queries.imports.previewParents.queryOptions({
        input: kind === 'parents' && input !== undefined ? input : skipToken,
      }),
      placeholderData: keepPreviousData,
    }),
    staff: useQuery({
      ...queries.imports.previewStaff.queryOptions({
        input: kind === 'staff' && input !== undefined ? input : skipToken,
      }),
      placeholderData: keepPreviousData,
    }),
  };
  const asked = previews[kind];
  const preview = draft.file === null ? undefined : asked.data;
  const agreed = (preview?.good ?? []).flatMap(({ changes }) =>
    changes.filter((one) => isAgreed(draft, one)).map(({ key }) => key),
  );
  const apply = useMutation({
    mutationFn: async (): Promise<PeopleResult | StaffResult | undefined> => {
      if (input === undefined || preview === undefined || draft.from === null) return undefined;
      const { sha256, seen } = preview;
      const told = { ...input, sha256, seen, agreed, withoutBadRows: draft.withoutBadRows };
      if (kind === 'pupils') return core.imports.applyPupils({ ...told, from: draft.from });
      return kind === 'parents' ? core.imports.applyParents(told) : core.imports.applyStaff(told);
    },
    onError: async (error) => {
      const refusal = refusalOf(error);
      if (refusal?.code !== 'INVALID' || refusal.data.why !== 'changedMeanwhile') return;
      const before = preview;
      const { data: now } = await asked.refetch();
      if (before !== undefined && now !== undefined) setOvertaken(changedNames(before, now));
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
  /** Another file is read from the beginning. */
  const choose = (file: Grant | null) => {
    apply.reset();
    setOvertaken([]);
    change({ file, ...UNREAD });
  };
  const flip = (changes: readonly Change[], on: boolean) => {
    const flipped = new Set(draft.flipped);
    for (const one of changes) {
      if ((one.kind === 'fill') === on) flipped.delete(one.key);
      else flipped.add(one.key);
    }
    change({ flipped });
  };
  const answer = (key: string, value: string) =>
    change({ answers: { ...draft.answers, [key]: value } });
  return { draft, change, choose, flip, answer, asked, preview, agreed, apply, overtaken };
}
export type PeopleImporting = ReturnType<typeof usePeopleImport>;
