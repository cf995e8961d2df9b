import {
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  Text,
  TextInput,
} from '@mantine/core';
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeoplePreview, PeopleResult, StaffResult } from '#contract/imports';
import type { Grant } from '#contract/shell';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { PeopleColumns } from '#domain/import/people/person-row';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { importTexts } from '../../text/imports';
import { commonTexts } from '../../text/common';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { Assistant } from './assistant';
import { ColumnsTable } from './columns-table';
import { FileField } from './file-field';
import { PeopleDone } from './people-done';
import { PeopleRows } from './people-rows';

const words = importTexts.people;
const STEPS = ['file', 'check', 'done'] as const;

/** What the person chose so far; columns and the class only where they said something. */
type Draft = {
  readonly file: Grant | null;
  readonly sheet?: number | undefined;
  readonly columns?: PeopleColumns | undefined;
  readonly className: string;
  readonly from: IsoDate | null;
  readonly withoutBadRows: boolean;
};

/** The input of preview and of apply alike: the same file read the same way. */
function inputOf({ file, sheet, columns, className }: Draft) {
  if (file === null) return undefined;
  return {
    grant: file.grant,
    ...(sheet !== undefined && { sheet }),
    ...(columns !== undefined && {
      columns: { firstDataRow: columns.firstDataRow, columns: [...columns.columns] },
    }),
    ...(className.trim() !== '' && { className }),
  };
}

/** Why the button waits where no row can come. */
function nothingComes({ headerFound, good, bad }: PeoplePreview): string {
  if (!headerFound && good.length + bad.length === 0) return words.sayColumns;
  return good.length === 0 && bad.length > 0 ? words.allBad : words.nothing;
}

/** Imports a list of pupils or of the staff (C4): file, check, result. */
export function PeopleAssistant(props: {
  readonly kind: 'pupils' | 'staff';
  readonly startsOn: IsoDate;
  readonly onLeave: () => void;
}) {
  const { kind } = props;
  const own = words[kind];
  const [step, setStep] = useState<(typeof STEPS)[number]>('file');
  const [draft, setDraft] = useState<Draft>({
    file: null,
    className: '',
    from: props.startsOn,
    withoutBadRows: false,
  });
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const input = inputOf(draft);
  const pupils = useQuery({
    ...queries.imports.previewPupils.queryOptions({
      input: kind === 'pupils' && input !== undefined ? input : skipToken,
    }),
    placeholderData: keepPreviousData,
  });
  const staff = useQuery({
    ...queries.imports.previewStaff.queryOptions({
      input: kind === 'staff' && input !== undefined ? input : skipToken,
    }),
    placeholderData: keepPreviousData,
  });
  const asked = kind === 'pupils' ? pupils : staff;
  const preview = asked.data;
  const apply = useMutation({
    mutationFn: async (): Promise<PeopleResult | StaffResult | undefined> => {
      if (input === undefined || preview === undefined || draft.from === null) return undefined;
      const agreed = { ...input, sha256: preview.sha256, withoutBadRows: draft.withoutBadRows };
      return kind === 'pupils'
        ? core.imports.applyPupils({ ...agreed, from: draft.from })
        : core.imports.applyStaff(agreed);
    },
    onSuccess: async () => {
      setStep('done');
      await queryClient.invalidateQueries();
    },
  });
  const choose = (file: Grant | null) => {
    apply.reset();
    change({ file, sheet: undefined, columns: undefined, withoutBadRows: false });
    if (file !== null) setStep('check');
  };
  const fileField = (compact: boolean) => (
    <FileField
      label={importTexts.steps.file}
      kind="table"
      compact={compact}
      value={draft.file}
      onChange={choose}
    />
  );

  if (step === 'done' && apply.data !== undefined) {
    const again = () => {
      apply.reset();
      change({ file: null, sheet: undefined, columns: undefined, withoutBadRows: false });
      setStep('file');
    };
    return (
      <Assistant title={own.title} steps={STEPS} step="done" hint="">
        <PeopleDone kind={kind} result={apply.data} onAgain={again} />
      </Assistant>
    );
  }
  if (step === 'file' || preview === undefined) {
    return (
      <Assistant title={own.title} steps={STEPS} step="file" onCancel={props.onLeave}>
        <Text maw="46rem">{own.intro}</Text>
        {fileField(false)}
        {asked.isFetching && <Text c="dimmed">{importTexts.file.reading}</Text>}
        <ErrorNotice error={asked.error} />
        {preview !== undefined && (
          <Group>
            <Button onClick={() => setStep('check')}>{commonTexts.next}</Button>
          </Group>
        )}
      </Assistant>
    );
  }

  const coming = preview.good.filter(({ outcome }) => outcome.kind !== 'exists').length;
  const blocked = preview.bad.length > 0 && !draft.withoutBadRows;
  const ready = !blocked && !asked.isFetching && !asked.error && draft.from !== null;
  const deed = (
    <Button
      disabled={!ready || (coming === 0 && preview.newClasses.length === 0)}
      loading={apply.isPending}
      onClick={() => apply.mutate()}
    >
      {own.deed(coming)}
    </Button>
  );
  return (
    <Assistant
      title={own.title}
      steps={STEPS}
      step="check"
      onCancel={props.onLeave}
      onBack={() => setStep('file')}
      deed={deed}
      status={
        preview.bad.length > 0 && coming > 0 ? (
          <Checkbox
            label={words.withoutBad(preview.bad.length)}
            description={blocked ? words.badBlocks : undefined}
            checked={draft.withoutBadRows}
            onChange={(event) => change({ withoutBadRows: event.currentTarget.checked })}
          />
        ) : (
          <Text size="xs">
            {coming === 0 ? nothingComes(preview) : words.newClasses(preview.newClasses)}
          </Text>
        )
      }
    >
      <Group gap="md" align="end">
        {fileField(true)}
        {preview.sheets.length > 1 && (
          <Select
            label={words.sheet}
            w="10rem"
            allowDeselect={false}
            data={preview.sheets.map((name, index) => ({ value: String(index), label: name }))}
            value={String(preview.sheet)}
            onChange={(sheet) => change({ sheet: Number(sheet), columns: undefined })}
          />
        )}
        <NumberInput
          label={words.firstRow}
          w="9.5rem"
          min={1}
          max={1000}
          value={preview.firstDataRow + 1}
          onChange={(row) =>
            typeof row === 'number' &&
            change({ columns: { columns: preview.columns, firstDataRow: Math.max(0, row - 1) } })
          }
        />
        {kind === 'pupils' && (
          <>
            <TextInput
              label={words.className}
              w="9rem"
              placeholder={words.classHint}
              value={draft.className}
              onChange={(event) => change({ className: event.currentTarget.value })}
            />
            <DateField
              label={words.from}
              value={draft.from}
              onChange={(from) => change({ from })}
            />
          </>
        )}
      </Group>
      <ErrorNotice error={asked.error ?? apply.error} />
      {!preview.headerFound && <Alert color="yellow">{words.noHeader}</Alert>}
      <ColumnsTable kind={kind} preview={preview} onChange={(columns) => change({ columns })} />
      <PeopleRows key={`${draft.file?.grant} ${preview.sheet}`} kind={kind} preview={preview} />
    </Assistant>
  );
}
