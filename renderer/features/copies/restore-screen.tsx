import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconFolderOpen } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { assertNever } from '#domain/assert-never';
import { commonTexts } from '../../text/common';
import { restoreTexts } from '../../text/copies';
import { CardScreen } from '../../ui/card-screen';
import { JobPanel } from '../../ui/job-panel';
import { StorageError } from '../../ui/storage-error';
import { CopyCard } from './copy-card';
import { formatMoment } from './moment';
import { EMPTY_SECRET, SecretForm } from './secret-form';
import { useRestore, type Restore } from './use-restore';

function ChooseCopy(props: { readonly error: unknown; readonly onChoose: () => void }) {
  return (
    <Stack gap="md">
      <Text>{restoreTexts.choose.text}</Text>
      <Text>{restoreTexts.choose.secret}</Text>
      <StorageError error={props.error} missing="copy" />
      <Group justify="flex-end">
        <Button
          size="sm"
          leftSection={<IconFolderOpen size={16} />}
          onClick={props.onChoose}
          // The only thing to do here.
          autoFocus
        >
          {restoreTexts.choose.folder}
        </Button>
      </Group>
    </Stack>
  );
}

function Restored(props: {
  readonly restore: Extract<Restore, { state: 'done' }>;
  readonly onLogIn: () => void;
}) {
  const { manifest } = props.restore.preview;
  const { savedAs } = props.restore;
  return (
    <Stack gap="md">
      <Alert
        color="green"
        role="status"
        icon={<IconCircleCheck size={18} />}
        title={restoreTexts.done}
      >
        <Text>{restoreTexts.doneText(manifest.schoolName, formatMoment(manifest.madeAt))}</Text>
        {savedAs !== null && <Text>{restoreTexts.savedAs(savedAs)}</Text>}
        <Text>{restoreTexts.passwords}</Text>
      </Alert>
      <Group justify="flex-end">
        <Button size="sm" onClick={props.onLogIn} autoFocus>
          {restoreTexts.toLogIn}
        </Button>
      </Group>
    </Stack>
  );
}

/** Brings the journal back from a copy; opens before the log-in, on a new computer too. */
export function RestoreScreen() {
  const navigate = useNavigate();
  const { restore, choose, start, cancel } = useRestore();
  const [draft, setDraft] = useState(EMPTY_SECRET);
  const leave = () => void navigate({ to: '/' });
  const body = () => {
    switch (restore.state) {
      case 'choosing':
        return <ChooseCopy error={restore.error} onChoose={choose} />;
      case 'looking':
        return (
          <Group gap="sm" role="status">
            <Loader size="sm" />
            <Text>{restoreTexts.choose.looking}</Text>
          </Group>
        );
      case 'found':
        return (
          <>
            <CopyCard preview={restore.preview} />
            {restore.cancelled && (
              <Alert color="gray" role="status" title={restoreTexts.cancelled}>
                <Text>{restoreTexts.cancelledText}</Text>
              </Alert>
            )}
            {restore.preview.problem === null ? (
              <SecretForm
                draft={draft}
                onChange={setDraft}
                error={restore.error}
                onStart={start}
                onOtherFolder={choose}
              />
            ) : (
              <Group>
                <Button size="sm" variant="default" onClick={choose}>
                  {restoreTexts.otherFolder}
                </Button>
              </Group>
            )}
          </>
        );
      case 'running':
        return (
          <Stack gap="xs">
            <JobPanel
              title={restoreTexts.running}
              step={restoreTexts.steps[restore.progress.step]}
              done={restore.progress.done}
              onCancel={cancel}
            />
            <Text c="dimmed">{restoreTexts.untilReady}</Text>
          </Stack>
        );
      case 'done':
        return <Restored restore={restore} onLogIn={leave} />;
      default:
        return assertNever(restore);
    }
  };
  const mayLeave = restore.state !== 'running' && restore.state !== 'done';
  return (
    <CardScreen
      title={restoreTexts.title}
      width={680}
      footer={
        mayLeave && (
          <Group p="sm">
            <Button variant="subtle" leftSection={<IconArrowLeft size={16} />} onClick={leave}>
              {commonTexts.back}
            </Button>
          </Group>
        )
      }
    >
      {body()}
    </CardScreen>
  );
}
