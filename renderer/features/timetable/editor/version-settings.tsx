import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TimetableVersion } from '#contract/timetable';
import { core } from '../../../api/clients';
import { editorTexts } from '../../../text/timetable-editor';
import { DateField } from '../../../ui/date-field/date-field';
import { ErrorNotice } from '../../../ui/error-notice';
import { notifyDone } from '../../../ui/notify';
import { refreshTimetables } from './use-draft';

/** The name of a draft, a note, and whether its weeks alternate. */
export function VersionSettings(props: { readonly version: TimetableVersion }) {
  const { version } = props;
  const [name, setName] = useState(version.name);
  const [note, setNote] = useState(version.note);
  const [alternating, setAlternating] = useState(version.cycleFrom !== null);
  const [cycleFrom, setCycleFrom] = useState(version.cycleFrom ?? version.validFrom);
  const save = useMutation({
    mutationFn: () =>
      core.timetable.describe({
        versionId: version.id,
        name: name.trim(),
        note,
        cycleFrom: alternating ? cycleFrom : null,
      }),
    onSuccess: async () => {
      notifyDone(editorTexts.settingsSaved);
      await refreshTimetables();
    },
  });
  return (
    <>
      <Group gap="sm" align="flex-end">
        <TextInput
          w="20rem"
          label={editorTexts.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          w="18rem"
          label={editorTexts.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Checkbox
          mb={8}
          label={editorTexts.alternating}
          checked={alternating}
          onChange={(event) => setAlternating(event.currentTarget.checked)}
        />
        {alternating && (
          <DateField
            label={editorTexts.cycleFrom}
            value={cycleFrom}
            onChange={(day) => day !== null && setCycleFrom(day)}
          />
        )}
        <Button
          disabled={name.trim() === ''}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {editorTexts.saveSettings}
        </Button>
      </Group>
      <ErrorNotice error={save.error} />
    </>
  );
}
