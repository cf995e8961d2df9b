import { Alert, Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Grant } from '#contract/shell';
import type { IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { commonTexts } from '../../text/common';
import { timetableImportTexts as words } from '../../text/import-timetable';
import { importTexts } from '../../text/imports';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { Assistant } from './assistant';
import { FileField } from './file-field';
import { NamesStep, OpenNames, type NamesOfKind } from './names-step';
import type { Choices } from './names-table';
import { Sentences } from './sentences';
import { ClassTeachers, TimetableChanges } from './timetable-changes';

const KINDS = ['teachers', 'subjects', 'classes', 'rooms'] as const;
const STEPS = ['file', 'names', 'changes', 'done'] as const;

type Draft = {
  readonly main: Grant | null;
  readonly results: Grant | null;
  readonly name: string;
  readonly from: IsoDate | null;
  readonly teachers: Choices;
  readonly subjects: Choices;
  readonly classes: Choices;
  readonly rooms: Choices;
  /** A day of a week A; null leaves it to the program. */
  readonly cycleFrom: IsoDate | null;
  readonly draft: boolean;
  /** Null until the person ticks: then those of classes without a teacher. */
  readonly classTeachers: ReadonlySet<string> | null;
};

/** Imports a timetable of another program (T3): files, names, what changes, result. */
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
    rooms: {},
    cycleFrom: null,
    draft: false,
    classTeachers: null,
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
          rooms: draft.rooms,
          ...(draft.cycleFrom !== null && { cycleFrom: draft.cycleFrom }),
        };
  const asked = useQuery({
    ...queries.imports.previewTimetable.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  });
  const preview = main === null ? undefined : asked.data;
  const classTeachers =
    draft.classTeachers ??
    new Set(preview?.classTeachers.filter(({ now }) => now === '').map(({ name }) => name));
  const apply = useMutation({
    mutationFn: async () =>
      input === undefined || preview === undefined
        ? undefined
        : core.imports.applyTimetable({
            ...input,
            sha256: preview.sha256,
            name: draft.name,
            draft: draft.draft,
            classTeachers: [...classTeachers],
          }),
    onSuccess: async () => {
      setStep('done');
      await queryClient.invalidateQueries();
    },
  });

  if (step === 'done' && apply.data) {
    return (
      <Assistant title={words.title} steps={STEPS} step="done" hint="">
        <Alert color="green" title={apply.data.draft ? words.doneDraft : words.done} role="status">
          {apply.data.draft ? words.summaryDraft(apply.data.newPages) : words.summary(apply.data)}
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
  // Only FET keeps its results in a file of their own.
  const mayHaveResults = main !== null && (preview === undefined || preview.source === 'fet');
  if (step === 'file' || preview === undefined) {
    return (
      <Assistant
        title={words.title}
        steps={STEPS}
        step="file"
        onCancel={props.onLeave}
        status={
          preview &&
          words.found(words.sources[preview.source], preview.lessons, preview.withoutClass)
        }
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
          hint={words.mainHint}
          kind="timetable"
          value={main}
          onChange={(file) => change({ main: file, results: null })}
        />
        {mayHaveResults && (
          <FileField
            label={words.results}
            hint={words.resultsHint}
            kind="timetable"
            optional
            value={results}
            onChange={(file) => change({ results: file })}
          />
        )}
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

  const kinds: readonly NamesOfKind[] = KINDS.map((kind) => ({
    kind,
    names: preview[kind],
    ours: preview.ours[kind],
    choices: draft[kind],
    onChoose: (choices) => change({ [kind]: choices }),
  }));
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
  const { outcome } = preview;
  const hours =
    outcome?.classes.reduce((sum, one) => sum + one.added + one.moved + one.room + one.kept, 0) ??
    0;
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
            (outcome?.changesAnything !== true && classTeachers.size === 0) ||
            asked.isFetching ||
            draft.name.trim() === ''
          }
          loading={apply.isPending}
          onClick={() => apply.mutate()}
        >
          {draft.draft ? words.deedDraft(hours) : words.deed(hours)}
        </Button>
      }
    >
      <ErrorNotice error={asked.error ?? apply.error} />
      <Group gap="md">
        <Checkbox
          label={words.draft}
          checked={draft.draft}
          onChange={(event) => change({ draft: event.currentTarget.checked })}
        />
        {outcome?.cycleFrom && (
          <Group gap="xs">
            <Text>{words.cycleHint}</Text>
            <DateField
              label={words.cycleFrom}
              hideLabel
              value={draft.cycleFrom ?? outcome.cycleFrom}
              onChange={(day) => day !== null && change({ cycleFrom: day })}
            />
          </Group>
        )}
      </Group>
      <ClassTeachers
        rows={preview.classTeachers}
        taken={classTeachers}
        onChange={(taken) => change({ classTeachers: taken })}
      />
      {outcome && from !== null && (
        <TimetableChanges outcome={outcome} from={from} draft={draft.draft} />
      )}
    </Assistant>
  );
}
