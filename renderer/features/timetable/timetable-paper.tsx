import { Button, Select } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { timetableTexts } from '../../text/timetable';
import { DocumentPage } from '../../ui/document-view/document-view';

const PAPERS = {
  one: null,
  class: { of: 'class', paper: 'A4' },
  teacher: { of: 'teacher', paper: 'A4' },
  room: { of: 'room', paper: 'A4' },
  schoolA4: { of: 'school', paper: 'A4' },
  schoolA3: { of: 'school', paper: 'A3' },
} as const;
type Paper = keyof typeof PAPERS;
const NAMES = Object.keys(PAPERS) as Paper[];

/** The timetable on paper (T4): of what is shown, of all classes, teachers, rooms, or the wall sheet. */
export function TimetablePaper(props: {
  /** None: the week around the day with its changes. */
  readonly versionId: number | undefined;
  readonly day: IsoDate;
  readonly one?: { readonly of: 'class' | 'teacher' | 'room'; readonly id: number };
  readonly onBack: () => void;
}) {
  const { versionId, day, one } = props;
  const names = NAMES.filter((name) => name !== 'one' || one !== undefined);
  const [chosen, setChosen] = useState<Paper>(names[0] ?? 'class');
  const named = PAPERS[chosen];
  const input = {
    ...(versionId === undefined ? { withChanges: true } : { versionId }),
    day,
    ...(named ?? { of: one?.of ?? ('class' as const), id: one?.id, paper: 'A4' as const }),
  };
  const step = (by: 1 | -1) => {
    const next = names[names.indexOf(chosen) + by];
    if (next !== undefined) setChosen(next);
  };
  return (
    <DocumentPage
      title={timetableTexts.paper}
      label={timetableTexts.paper}
      view={queries.timetable.paper.queryOptions({ input })}
      save={(place) => core.timetable.savePaper({ ...input, ...place })}
      step={step}
      actions={
        <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={props.onBack}>
          {timetableTexts.backToWeek}
        </Button>
      }
      tools={
        <Select
          w="22rem"
          aria-label={timetableTexts.paperOf}
          allowDeselect={false}
          data={names.map((value) => ({ value, label: timetableTexts.papers[value] }))}
          value={chosen}
          onChange={(value) => value !== null && setChosen(value)}
        />
      }
    />
  );
}
