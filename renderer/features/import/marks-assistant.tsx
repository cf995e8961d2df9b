import { Alert, Button, Checkbox, Group, Select, Text } from '@mantine/core';
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MarksPreview } from '#contract/import-marks';
import type { NameChoice } from '#contract/imports';
import type { Grant } from '#contract/shell';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { commonTexts } from '../../text/common';
import { importTexts } from '../../text/imports';
import { ErrorNotice } from '../../ui/error-notice';
import { Assistant } from './assistant';
import { FileField } from './file-field';
import { MarksOutcome } from './marks-outcome';
import { NamesStep, OpenNames, type NamesOfKind } from './names-step';
import type { Choices } from './names-table';
import { Sentences } from './sentences';

const words = importTexts.marks;
const STEPS = ['file', 'names', 'changes', 'done'] as const;

type Draft = {
  readonly main: Grant | null;
  readonly second: Grant | null;
  readonly classChoice?: NameChoice | undefined;
  readonly kindId?: number | undefined;
  readonly addYear: boolean;
  readonly pupils: Choices;
  readonly subjects: Choices;
};
const START: Draft = { main: null, second: null, addYear: false, pupils: {}, subjects: {} };

function inputOf({ main, second, classChoice, kindId, addYear, pupils, subjects }: Draft) {
  if (main === null) return undefined;
  return {
    grants: [main, ...(second === null ? [] : [second])].map(({ grant }) => grant),
    ...(classChoice !== undefined && { classChoice }),
    ...(kindId !== undefined && { kindId }),
    addYear,
    pupils,
    subjects,
  };
}

/** The class, the year and the kind of work: what the report does not tell or we do not have. */
function Target(props: {
  readonly preview: MarksPreview;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}) {
  const { preview, draft } = props;
  const { classChoice } = preview;
  const create = { value: 'create', label: words.createClass(preview.className) };
  return (
    <Group gap="md" align="end">
      <Select
        label={words.class}
        w="13rem"
        allowDeselect={false}
        data={[
          ...preview.classes.map(({ id, label }) => ({ value: String(id), label })),
          ...(classChoice === 'create' ? [create] : []),
        ]}
        value={typeof classChoice === 'object' ? String(classChoice?.use ?? '') : classChoice}
        onChange={(value) =>
          value !== null &&
          props.onChange({
            classChoice: value === 'create' ? 'create' : { use: Number(value) },
            pupils: {},
          })
        }
      />
      <Select
        label={words.kind}
        w="16rem"
        allowDeselect={false}
        searchable
        data={preview.kinds.map(({ id, label }) => ({ value: String(id), label }))}
        value={String(preview.kindId)}
        onChange={(value) => props.onChange({ kindId: Number(value) })}
      />
      {!preview.yearKnown && (
        <Checkbox
          label={words.addYear(preview.yearName)}
          description={words.addYearHint}
          checked={draft.addYear}
          onChange={(event) => props.onChange({ addYear: event.currentTarget.checked })}
        />
      )}
    </Group>
  );
}

/** Imports marks of «Сетевой город» (C4): files, names, what comes, result. */
export function MarksAssistant({ onLeave }: { readonly onLeave: () => void }) {
  const [step, setStep] = useState<(typeof STEPS)[number]>('file');
  const [draft, setDraft] = useState<Draft>(START);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const input = inputOf(draft);
  const asked = useQuery({
    ...queries.imports.previewMarks.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  });
  const preview = input === undefined ? undefined : asked.data;
  const apply = useMutation({
    mutationFn: async () =>
      input === undefined || preview === undefined
        ? undefined
        : core.imports.applyMarks({ ...input, sha256: preview.sha256 }),
    onSuccess: async () => {
      setStep('done');
      await queryClient.invalidateQueries();
    },
  });

  if (step === 'done' && apply.data) {
    return (
      <Assistant title={words.title} steps={STEPS} step="done" hint="">
        <Alert color="green" title={words.done} role="status">
          {words.result(apply.data)}
        </Alert>
        <Group>
          <Button component={Link} to="/journal">
            {words.toPages}
          </Button>
          <Button component={Link} to="/pupils" variant="default">
            {importTexts.people.toPupils}
          </Button>
          <Button variant="default" onClick={onLeave}>
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
        onCancel={onLeave}
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
          kind="netschool"
          value={draft.main}
          onChange={(main) => setDraft({ ...START, main })}
        />
        <FileField
          label={words.second}
          hint={words.secondHint}
          kind="netschool"
          optional
          value={draft.second}
          onChange={(second) => change({ second })}
        />
        {draft.main !== null && asked.isFetching && (
          <Text c="dimmed">{importTexts.file.reading}</Text>
        )}
        <ErrorNotice error={draft.main === null ? null : asked.error} />
        {preview && (
          <Text>
            {words.about(preview.className, preview.yearName)}
            {preview.period && `, ${words.period(preview.period.from, preview.period.to)}`}.{' '}
            {words.found(preview.found)}
          </Text>
        )}
        {preview && <Sentences title={importTexts.problems} lines={preview.problems} />}
      </Assistant>
    );
  }

  const kinds: readonly NamesOfKind[] = (['pupils', 'subjects'] as const).map((kind) => ({
    kind,
    names: preview[kind],
    ours: preview.ours[kind],
    choices: draft[kind],
    onChoose: (choices) => change({ [kind]: choices }),
  }));
  const yearAgreed = preview.yearKnown || draft.addYear;
  if (step === 'names') {
    return (
      <Assistant
        title={words.title}
        hint={`${words.about(preview.className, preview.yearName)}. ${importTexts.nothingYet}`}
        steps={STEPS}
        step="names"
        onCancel={onLeave}
        onBack={() => setStep('file')}
        status={
          <>
            <OpenNames kinds={kinds} />
            {!yearAgreed && <Text>{words.yearMissing(preview.yearName)}</Text>}
          </>
        }
        deed={
          <Button
            disabled={preview.outcome === null || asked.isFetching || !yearAgreed}
            onClick={() => setStep('changes')}
          >
            {commonTexts.next}
          </Button>
        }
      >
        <ErrorNotice error={asked.error} />
        <Target preview={preview} draft={draft} onChange={change} />
        <NamesStep kinds={kinds} usesLabel={importTexts.names.uses.rows} />
      </Assistant>
    );
  }
  const counts = preview.outcome?.counts;
  const nothing = counts === undefined || counts.cells + counts.periodMarks === 0;
  return (
    <Assistant
      title={words.title}
      hint={`${words.about(preview.className, preview.yearName)}. ${importTexts.nothingYet}`}
      steps={STEPS}
      step="changes"
      onCancel={onLeave}
      onBack={() => setStep('names')}
      status={nothing ? words.nothing : undefined}
      deed={
        <Button
          disabled={nothing || asked.isFetching}
          loading={apply.isPending}
          onClick={() => apply.mutate()}
        >
          {words.deed((counts?.marks ?? 0) + (counts?.periodMarks ?? 0), counts?.absences ?? 0)}
        </Button>
      }
    >
      <ErrorNotice error={asked.error ?? apply.error} />
      {preview.outcome && <MarksOutcome {...preview.outcome} />}
    </Assistant>
  );
}
