import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClassDifference, TimetableOutcome } from '#contract/import-timetable';
import type { Grant } from '#contract/shell';
import type { IsoDate } from '#domain/calendar/iso-date';
import { compareText } from '#domain/text/compare-text';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { commonTexts } from '../../text/common';
import { importTexts } from '../../text/imports';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { DateField } from '../../ui/date-field/date-field';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Assistant } from './assistant';
import { FileField } from './file-field';
import { NamesStep, OpenNames, type NamesOfKind } from './names-step';
import type { Choices } from './names-table';
import { Sentences } from './sentences';

const words = importTexts.timetable;
const STEPS = ['file', 'names', 'changes', 'done'] as const;

type Draft = {
  readonly main: Grant | null;
  readonly results: Grant | null;
  readonly name: string;
  readonly from: IsoDate | null;
  readonly teachers: Choices;
  readonly subjects: Choices;
  readonly classes: Choices;
};

const columns: readonly Column<ClassDifference>[] = [
  {
    key: 'class',
    title: words.class,
    value: ({ className }) => className,
    compare: (a, b) => compareText(a.className, b.className),
  },
  ...(['added', 'removed', 'kept'] as const).map((key) => ({
    key,
    title: words[key],
    value: (row: ClassDifference) => row[key],
    width: '13rem',
    align: 'right' as const,
  })),
];

function Changes(props: { readonly outcome: TimetableOutcome; readonly from: IsoDate }) {
  const { outcome } = props;
  return (
    <>
      <Text>
        {outcome.changesAnything ? words.summary(outcome) : words.notChanged}{' '}
        {words.before(props.from)}
      </Text>
      <Sentences title={words.notes} lines={outcome.notes.map(words.note)} />
      <DataTable
        label={words.table}
        rows={outcome.classes}
        columns={columns}
        rowKey={({ className }) => className}
        empty={<EmptyState title={words.notChanged} />}
      />
    </>
  );
}

/** Imports a timetable of FET (T3): files, names, what changes, result. */
export function TimetableAssistant(props: {
  readonly from: IsoDate;
  readonly onLeave: () => void;
}) {
  const [step, setStep] = useState<(typeof STEPS)[number]>('file');
  const [draft, setDraft] = useState<Draft>({
    main: null,
    results: null,
    name: words.defaultName,
    from: props.from,
    teachers: {},
    subjects: {},
    classes: {},
  });
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const { main, results, from } = draft;
  const input =
    main === null || from === null
      ? undefined
      : {
          grant: main.grant,
          ...(results !== null && { results: results.grant }),
          validFrom: from,
          teachers: draft.teachers,
          subjects: draft.subjects,
          classes: draft.classes,
        };
  const asked = useQuery({
    ...queries.imports.previewTimetable.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  });
  const preview = main === null ? undefined : asked.data;
  const apply = useMutation({
    mutationFn: async () =>
      input === undefined || preview === undefined
        ? undefined
        : core.imports.applyTimetable({ ...input, sha256: preview.sha256, name: draft.name }),
    onSuccess: async () => {
      setStep('done');
      await queryClient.invalidateQueries();
    },
  });

  if (step === 'done' && apply.data) {
    return (
      <Assistant title={words.title} steps={STEPS} step="done" hint="">
        <Alert color="green" title={words.done} role="status">
          {words.summary(apply.data)}
        </Alert>
        <Sentences title={words.notes} lines={apply.data.notes.map(words.note)} />
        <Group>
          <Button component={Link} to="/timetable">
            {words.toTimetable}
          </Button>
          <Button variant="default" onClick={props.onLeave}>
            {importTexts.toImport}
          </Button>
        </Group>
      </Assistant>
    );
  }
  if (step === 'file' || preview === undefined) {
    return (
      <Assistant
        title={words.title}
        steps={STEPS}
        step="file"
        onCancel={props.onLeave}
        status={preview && words.found(preview.lessons, preview.withoutClass)}
        deed={
          <Button
            disabled={preview === undefined || asked.isFetching || Boolean(asked.error)}
            onClick={() => setStep('names')}
          >
            {commonTexts.next}
          </Button>
        }
      >
        <FileField
          label={words.main}
          kind="timetable"
          value={main}
          onChange={(file) => change({ main: file, results: null })}
        />
        <FileField
          label={words.results}
          hint={words.resultsHint}
          kind="timetable"
          optional
          value={results}
          onChange={(file) => change({ results: file })}
        />
        <Group align="end">
          <TextInput
            label={words.name}
            w="18rem"
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <DateField label={words.from} value={from} onChange={(day) => change({ from: day })} />
        </Group>
        {main !== null && asked.isFetching && <Text c="dimmed">{importTexts.file.reading}</Text>}
        <ErrorNotice error={main === null ? null : asked.error} />
        {preview && <Sentences title={words.problems} lines={preview.problems} />}
      </Assistant>
    );
  }

  const kinds: readonly NamesOfKind[] = (['teachers', 'subjects', 'classes'] as const).map(
    (kind) => ({
      kind,
      names: preview[kind],
      ours: preview.ours[kind],
      choices: draft[kind],
      onChoose: (choices) => change({ [kind]: choices }),
    }),
  );
  if (step === 'names') {
    return (
      <Assistant
        title={words.title}
        steps={STEPS}
        step="names"
        onCancel={props.onLeave}
        onBack={() => setStep('file')}
        status={<OpenNames kinds={kinds} />}
        deed={
          <Button
            disabled={preview.outcome === null || asked.isFetching}
            onClick={() => setStep('changes')}
          >
            {commonTexts.next}
          </Button>
        }
      >
        <ErrorNotice error={asked.error} />
        <NamesStep kinds={kinds} usesLabel={importTexts.names.uses.hours} />
      </Assistant>
    );
  }
  const hours = preview.outcome?.classes.reduce((sum, one) => sum + one.added + one.kept, 0) ?? 0;
  return (
    <Assistant
      title={words.title}
      steps={STEPS}
      step="changes"
      onCancel={props.onLeave}
      onBack={() => setStep('names')}
      status={draft.name.trim() === '' ? words.nameMissing : undefined}
      deed={
        <Button
          disabled={
            preview.outcome?.changesAnything !== true ||
            asked.isFetching ||
            draft.name.trim() === ''
          }
          loading={apply.isPending}
          onClick={() => apply.mutate()}
        >
          {words.deed(hours)}
        </Button>
      }
    >
      <ErrorNotice error={asked.error ?? apply.error} />
      {preview.outcome && from !== null && <Changes outcome={preview.outcome} from={from} />}
    </Assistant>
  );
}
