import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { PeoplePreview } from '#contract/import-people';
import type { Grant } from '#contract/shell';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { PeopleKind } from '#domain/import/people/person-field';
import { commonTexts } from '../../text/common';
import { importTexts } from '../../text/imports';
import { ErrorNotice } from '../../ui/error-notice';
import { Assistant, type Step } from './assistant';
import { FileField } from './file-field';
import { differencesOf, PeopleChanges, questionsOf, sameNamesOf } from './people-changes';
import { PeopleCheck } from './people-check';
import { PeopleDone } from './people-done';
import { usePeopleImport } from './use-people-import';

const words = importTexts.people;

/** Why the button waits where no row can come. */
function nothingComes({ headerFound, good, bad }: PeoplePreview): string {
  if (!headerFound && good.length + bad.length === 0) return words.sayColumns;
  return good.length === 0 && bad.length > 0 ? words.allBad : words.nothing;
}

function deedText(kind: PeopleKind, coming: number, changes: number): string {
  if (coming === 0) {
    return changes === 0 ? words.changes.deedNothing : words.changes.deed(changes);
  }
  const own = words[kind].deed(coming);
  return changes === 0 ? own : words.changes.deedBoth(own, changes);
}

/** Imports a list of pupils, parents or the staff (C4): file, check, what changes, result. */
export function PeopleAssistant(props: {
  readonly kind: PeopleKind;
  readonly startsOn: IsoDate;
  readonly onLeave: () => void;
}) {
  const { kind, onLeave } = props;
  const own = words[kind];
  const [step, setStep] = useState<Step>('file');
  const importing = usePeopleImport(kind, props.startsOn);
  const { draft, change, asked, preview, agreed, apply } = importing;
  const choose = (file: Grant | null) => {
    importing.choose(file);
    setStep(file === null ? 'file' : 'check');
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
  const differences = preview === undefined ? 0 : differencesOf(preview).length;
  const questions = preview === undefined ? [] : questionsOf(preview);
  const sameNames = preview === undefined ? 0 : sameNamesOf(preview).length;
  const needsChanges = differences + questions.length + sameNames > 0;
  const steps: Step[] = ['file', 'check', ...(needsChanges ? (['changes'] as const) : []), 'done'];

  if (apply.data !== undefined) {
    return (
      <Assistant title={own.title} steps={steps} step="done" hint="">
        <PeopleDone kind={kind} result={apply.data} onAgain={() => choose(null)} />
      </Assistant>
    );
  }
  if (step === 'file' || preview === undefined) {
    return (
      <Assistant title={own.title} steps={steps} step="file" onCancel={onLeave}>
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

  const coming = preview.good.filter(({ outcome }) => ['new', 'joins'].includes(outcome.kind));
  const open = questions.filter(({ outcome }) => outcome.kind === 'asks').length;
  const blocked = preview.bad.length > 0 && !draft.withoutBadRows;
  const settled = !blocked && !asked.isFetching && !asked.error && draft.from !== null;
  const something = coming.length + agreed.length + preview.newClasses.length > 0;
  const possible = coming.length + differences + preview.newClasses.length + open > 0;
  const deed = (
    <Button
      disabled={!settled || !something || open > 0}
      loading={apply.isPending}
      onClick={() => apply.mutate()}
    >
      {deedText(kind, coming.length, agreed.length)}
    </Button>
  );
  if (step === 'changes' && needsChanges) {
    return (
      <Assistant
        title={own.title}
        steps={steps}
        step="changes"
        onCancel={onLeave}
        onBack={() => setStep('check')}
        deed={deed}
        status={
          <Text size="xs" aria-live="polite">
            {[
              ...(open > 0 ? [words.changes.left(open)] : []),
              words.changes.agreed(agreed.length, differences),
              words.newClasses(preview.newClasses),
            ].join(' ')}
          </Text>
        }
      >
        <PeopleChanges kind={kind} importing={importing} preview={preview} />
      </Assistant>
    );
  }
  return (
    <Assistant
      title={own.title}
      steps={steps}
      step="check"
      onCancel={onLeave}
      onBack={() => setStep('file')}
      deed={
        needsChanges ? (
          <Button disabled={!settled} onClick={() => setStep('changes')}>
            {commonTexts.next}
          </Button>
        ) : (
          deed
        )
      }
      status={
        preview.bad.length > 0 && possible ? (
          <Checkbox
            label={words.withoutBad(preview.bad.length)}
            description={blocked ? words.badBlocks : undefined}
            checked={draft.withoutBadRows}
            onChange={(event) => change({ withoutBadRows: event.currentTarget.checked })}
          />
        ) : (
          <Text size="xs">
            {possible
              ? [
                  words.newClasses(preview.newClasses),
                  words.toChanges(differences, questions.length),
                ].join(' ')
              : nothingComes(preview)}
          </Text>
        )
      }
    >
      <PeopleCheck
        kind={kind}
        importing={importing}
        preview={preview}
        fileField={fileField(true)}
      />
    </Assistant>
  );
}
