import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { CopyRow } from '#contract/copies';
import { assertNever } from '#domain/assert-never';
import { useSession } from '../../api/session';
import { copiesTexts } from '../../text/copies';
import { JobPanel } from '../../ui/job-panel';
import { StorageError } from '../../ui/storage-error';
import classes from './copies.module.css';
import { cancelCopy, startCopy, useCopyJob, type CopyJob } from './copy-job';
import { sizeText } from './size-text';
import { NO_CHOICE, TargetChoice, targetOf } from './target-choice';

const words = copiesTexts.make;

const Done = ({ copy }: { readonly copy: CopyRow }) => (
  <Alert color="green" role="status" icon={<IconCircleCheck size={18} />} title={words.done}>
    <Text style={{ overflowWrap: 'anywhere' }}>{words.lies(copy.folder, sizeText(copy.size))}</Text>
    <Text>{words.inside(copiesTexts.counts(copy.counts))}</Text>
    <Text>{words.advice}</Text>
  </Alert>
);

/** How the last copy ended; nothing before there was one. */
function Outcome({ job }: { readonly job: CopyJob }) {
  switch (job.state) {
    case 'done':
      return <Done copy={job.copy} />;
    case 'failed':
      return <StorageError error={job.error} missing="file" />;
    case 'cancelled':
      return (
        <Alert color="gray" role="status" title={words.cancelled}>
          <Text>{words.cancelledText}</Text>
        </Alert>
      );
    case 'idle':
    case 'running':
      return null;
    default:
      return assertNever(job);
  }
}

/** Whoever works by keyboard stays here when the button that was pressed goes away. */
function useFocusKept(state: CopyJob['state']) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state && document.activeElement === document.body)
      place.current?.focus();
    before.current = state;
  }, [state]);
  return place;
}

/** Chooses where to and makes the copy. */
export function MakeCopy() {
  const { accountId } = useSession();
  const job = useCopyJob(accountId);
  const [choice, setChoice] = useState(NO_CHOICE);
  const place = useFocusKept(job.state);
  if (job.state === 'running') {
    return (
      <Stack gap="xs" ref={place} tabIndex={-1} className={classes['kept'] ?? ''}>
        <JobPanel
          title={words.running}
          step={words.steps[job.progress.step]}
          done={job.progress.done}
          onCancel={cancelCopy}
        />
        <Text c="dimmed">{words.safe}</Text>
      </Stack>
    );
  }
  return (
    <Stack gap="sm" ref={place} tabIndex={-1} className={classes['kept'] ?? ''}>
      <Outcome job={job} />
      <Paper withBorder p="md" component="section" aria-label={words.title}>
        <Stack gap="sm">
          <Title order={2}>{words.title}</Title>
          <TargetChoice choice={choice} onChange={setChoice}>
            {(chosen) => {
              const target = targetOf(chosen);
              return (
                <Button
                  leftSection={<IconDeviceFloppy size={16} />}
                  disabled={target === undefined}
                  onClick={() => target && startCopy(target, accountId)}
                >
                  {words.start}
                </Button>
              );
            }}
          </TargetChoice>
        </Stack>
      </Paper>
    </Stack>
  );
}
