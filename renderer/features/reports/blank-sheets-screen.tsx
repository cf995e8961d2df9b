import { ActionIcon, Button, Group, Select, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays, isIsoDate, weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { outagesTexts } from '../../text/outages';
import { blankTexts as words } from '../../text/reports';
import { DateField } from '../../ui/date-field/date-field';
import { DocumentPage } from '../../ui/document-view/document-view';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';

const MINE = 'mine';
const monday = (day: IsoDate): IsoDate => addDays(day, 1 - weekdayOf(day));

/** Sheets to fill by hand (J10): of a class or of the own pages, for a week unless told otherwise. */
export function BlankSheetsScreen() {
  const { today } = useSession();
  const [parts, setParts] = useAddressParts();
  const pages = useQuery(queries.journal.pages.queryOptions({ input: {} }));
  if (pages.data === undefined) {
    return pages.error ? (
      <Page title={words.title}>
        <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
      </Page>
    ) : (
      <Loading />
    );
  }
  const classes = new Map(pages.data.map((page) => [page.classId, page]));
  const own = pages.data.some(({ mine }) => mine);
  // A stream is named after all its classes: a class of its own page is named alone.
  for (const page of pages.data) {
    if (!page.className.includes(',')) classes.set(page.classId, page);
  }
  const choices = [
    ...(own ? [{ value: MINE, label: words.mine }] : []),
    ...[...classes].map(([id, { className }]) => ({ value: String(id), label: className })),
  ];
  const chosen = choices.find(({ value }) => value === parts['of']) ?? choices[0];
  const dayOf = (text: string | undefined, other: IsoDate): IsoDate =>
    text !== undefined && isIsoDate(text) ? text : other;
  const from = dayOf(parts['from'], monday(today));
  const to = dayOf(parts['to'], addDays(from, 5));
  const input = {
    from,
    to,
    ...(chosen !== undefined && chosen.value !== MINE && { classId: Number(chosen.value) }),
  };
  const step = (days: number) => setParts({ from: addDays(from, days), to: addDays(to, days) });
  const arrow = (label: string, days: number) => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="input-sm" aria-label={label} onClick={() => step(days)}>
        {days < 0 ? <IconChevronLeft size={16} /> : <IconChevronRight size={16} />}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <DocumentPage
      title={words.title}
      hint={words.hint}
      label={words.label}
      view={queries.journal.blankSheets.queryOptions({ input })}
      save={(place) => core.journal.saveBlankSheets({ ...input, ...place })}
      formats={['pdf']}
      actions={
        <Button variant="default" component={Link} to="/reports/outages">
          {outagesTexts.fromBlanks}
        </Button>
      }
      tools={
        <Group gap="xs" align="flex-end">
          <Select
            label={words.of}
            w="10rem"
            searchable
            allowDeselect={false}
            data={choices}
            value={chosen?.value ?? null}
            onChange={(of) => setParts({ of: of ?? undefined })}
          />
          {arrow(words.previous, -7)}
          <DateField
            label={words.from}
            value={from}
            onChange={(day) => day !== null && setParts({ from: day })}
          />
          <DateField
            label={words.to}
            value={to}
            onChange={(day) => day !== null && setParts({ to: day })}
          />
          {arrow(words.next, 7)}
        </Group>
      }
    />
  );
}
