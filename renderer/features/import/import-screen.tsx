import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useYearInput } from '../../api/chosen-year';
import { core, shell } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { importTexts } from '../../text/imports';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone, notifyError } from '../../ui/notify';
import { Page } from '../../ui/page';
import classes from './import.module.css';
import { MarksAssistant } from './marks-assistant';
import { PeopleAssistant } from './people-assistant';
import { TimetableAssistant } from './timetable-assistant';

const words = importTexts.cards;

const Card = (props: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) => (
  <Paper withBorder p="md" component="section" className={classes['card']}>
    <div>
      <Title order={2}>{props.title}</Title>
      <Text c="dimmed">{props.text}</Text>
    </div>
    <Group gap="xs">{props.children}</Group>
  </Paper>
);

/** What can be brought in from other programs, for whoever may; one small assistant each. */
export function ImportScreen() {
  const { roles } = useSession();
  const [parts, setParts] = useAddressParts();
  const year = useYearInput();
  const start = useQuery(queries.imports.start.queryOptions({ input: year }));
  const saving = useMutation({
    mutationFn: async () => {
      const suggestedName = `${words.timetable.fetFile}.fet`;
      const place = await shell.chooseSavePlace({ suggestedName, kind: 'fet' });
      return place && core.imports.saveFetLoad({ grant: place.grant, ...year });
    },
    onError: notifyError,
    onSuccess: (saved) => saved !== null && notifyDone(importTexts.savedForFet(saved)),
  });
  if (start.isPending) return <Loading />;
  const open = (what: string) => () => setParts({ what });
  const leave = () => setParts({ what: undefined });
  const may = {
    pupils: mayCall(roles, 'imports.previewPupils'),
    parents: mayCall(roles, 'imports.previewParents'),
    staff: mayCall(roles, 'imports.previewStaff'),
    timetable: mayCall(roles, 'imports.previewTimetable'),
    marks: mayCall(roles, 'imports.previewMarks'),
  };
  const { what } = parts;
  if (start.data !== undefined) {
    const { startsOn, timetableFrom } = start.data;
    if ((what === 'pupils' || what === 'parents' || what === 'staff') && may[what]) {
      return <PeopleAssistant key={what} kind={what} startsOn={startsOn} onLeave={leave} />;
    }
    if (what === 'timetable' && may.timetable) {
      return <TimetableAssistant from={timetableFrom} onLeave={leave} />;
    }
    if (what === 'marks' && may.marks) return <MarksAssistant onLeave={leave} />;
  }
  return (
    <Page title={importTexts.title} hint={importTexts.hint}>
      <ErrorNotice error={start.error} onRetry={() => void start.refetch()} />
      <div className={classes['cards']}>
        {may.pupils && (
          <Card
            title={may.staff ? words.people.title : words.people.titlePupils}
            text={words.people.text}
          >
            <Button onClick={open('pupils')}>{words.people.pupils}</Button>
            {may.parents && <Button onClick={open('parents')}>{words.people.parents}</Button>}
            {may.staff && <Button onClick={open('staff')}>{words.people.staff}</Button>}
          </Card>
        )}
        {may.timetable && (
          <Card title={words.timetable.title} text={words.timetable.text}>
            <Button onClick={open('timetable')}>{words.timetable.go}</Button>
            <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
              {words.timetable.forFet}
            </Button>
          </Card>
        )}
        {may.marks && (
          <Card title={words.marks.title} text={words.marks.text}>
            <Button onClick={open('marks')}>{words.marks.go}</Button>
          </Card>
        )}
      </div>
    </Page>
  );
}
