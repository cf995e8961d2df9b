import { ActionIcon, Group, SegmentedControl, Select, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { periodName, periodNumeral } from '#domain/periods/period-name';
import { summaryTexts } from '../../text/reports';
import type { SummaryChoice } from './use-summary-choice';

/** Which class and which period; the arrows lead through all classes in turn. */
export function ClassAndPeriod({ choice }: { readonly choice: SummaryChoice }) {
  const { classes, chosen, periods } = choice;
  const first = chosen !== undefined && classes[0] === chosen.class;
  const last = chosen !== undefined && classes.at(-1) === chosen.class;
  const [parts] = periods;
  return (
    <>
      <Group gap={2} wrap="nowrap">
        <Select
          w="6.5rem"
          aria-label={summaryTexts.class}
          searchable
          // What is typed takes the place of the class that stands there.
          onFocus={({ currentTarget }) => currentTarget.select()}
          onClick={({ currentTarget }) => currentTarget.select()}
          selectFirstOptionOnChange
          allowDeselect={false}
          maxDropdownHeight={420}
          nothingFoundMessage={summaryTexts.nothingFound}
          data={classes.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={chosen === undefined ? null : String(chosen.class.id)}
          onChange={(id) => id !== null && choice.chooseClass(Number(id))}
        />
        <Tooltip label={summaryTexts.previousClass}>
          <ActionIcon
            aria-label={summaryTexts.previousClass}
            disabled={first}
            onClick={() => choice.step(-1)}
          >
            <IconChevronUp size={17} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={summaryTexts.nextClass}>
          <ActionIcon
            aria-label={summaryTexts.nextClass}
            disabled={last}
            onClick={() => choice.step(1)}
          >
            <IconChevronDown size={17} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {chosen && parts && (
        <Group gap="xs" wrap="nowrap">
          <Text aria-hidden>{summaryTexts.periodKinds[parts.kind]}</Text>
          <SegmentedControl
            aria-label={summaryTexts.periodKinds[parts.kind]}
            data={periods.map((period) => ({
              value: String(period.id),
              label: <span title={periodName(period)}>{periodNumeral(period)}</span>,
            }))}
            value={String(chosen.period.id)}
            onChange={(id) => choice.choosePeriod(Number(id))}
          />
        </Group>
      )}
    </>
  );
}
