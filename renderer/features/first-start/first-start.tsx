import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconBooks, IconDatabaseImport, IconSchool, type Icon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { hasScreen } from '../../routes/screens';
import { firstStartTexts } from '../../text/first-start';
import { CardScreen } from '../../ui/card-screen';
import { ErrorNotice } from '../../ui/error-notice';
import { JobPanel } from '../../ui/job-panel';
import classes from './first-start.module.css';
import { NewJournalAssistant } from './new-journal';
import { useOpenDemo } from './use-open-demo';

function Choice(props: {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}) {
  return (
    <UnstyledButton className={classes['choice']} onClick={props.onClick}>
      <Group wrap="nowrap" gap="lg">
        <props.icon size={32} stroke={1.4} />
        <div>
          <Text fw={600} size="lg">
            {props.title}
          </Text>
          <Text c="dimmed">{props.text}</Text>
        </div>
      </Group>
    </UnstyledButton>
  );
}

/**
 * The first window on a computer without a journal: a new one, the demonstration, or a copy.
 * Where the program was started for the demonstration, it is built without asking.
 */
export function FirstStart({ demo: wantsDemo }: { readonly demo: boolean }) {
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const demo = useOpenDemo();
  const asked = useRef(false);
  useEffect(() => {
    if (!wantsDemo || asked.current) return;
    asked.current = true;
    demo.open();
  }, [wantsDemo, demo]);
  if (creating) return <NewJournalAssistant onLeave={() => setCreating(false)} />;
  const { choices } = firstStartTexts;
  return (
    <CardScreen title={firstStartTexts.title} subtitle={firstStartTexts.subtitle} width={640}>
      <ErrorNotice error={demo.error} />
      {demo.progress ? (
        <JobPanel
          title={firstStartTexts.demo.title}
          step={firstStartTexts.demo.steps[demo.progress.step]}
          done={demo.progress.done}
          onCancel={demo.cancel}
        />
      ) : (
        <Stack gap="sm">
          <Choice icon={IconBooks} {...choices.create} onClick={() => setCreating(true)} />
          <Choice icon={IconSchool} {...choices.demo} onClick={demo.open} />
          {hasScreen('/restore') && (
            <Choice
              icon={IconDatabaseImport}
              {...choices.restore}
              onClick={() => void navigate({ to: '/restore' })}
            />
          )}
        </Stack>
      )}
    </CardScreen>
  );
}
