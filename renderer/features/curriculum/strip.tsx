import { Button, Group, NumberInput, Select, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { CurriculumItem } from '#contract/curriculum';
import { hoursPerYear, PARTS, type CurriculumPart } from '#domain/curriculum/totals';
import { FINALS, type Finals } from '#domain/periods/finals';
import { curriculumTexts } from '../../text/curriculum';
import { placesOf, type Range } from '../../ui/sheet-grid/range';
import { itemKey, type Items, type Shown } from './sheet';

const words = curriculumTexts;

const SUBJECT = 'subject';
const SCALE = 'scale ';

/** As the subject is, by one of the scales, by pass or fail, or not at all. */
const choicesOf = (scales: Shown['scales']) => [
  { value: SUBJECT, label: words.gradings.subject },
  ...scales.map(({ id, name }) => ({ value: `${SCALE}${id}`, label: words.ofScale(name) })),
  { value: 'credit', label: words.gradings.credit },
  { value: 'none', label: words.gradings.none },
];

/** Marks without a scale of their own have the subject's. */
const choiceOf = (
  { grading, scaleId }: CurriculumItem,
  subject: Shown['subjects'][number],
): string => {
  if (grading === 'marks') return `${SCALE}${scaleId ?? subject.scaleId}`;
  return grading ?? SUBJECT;
};

function assessmentOf(choice: string): Pick<CurriculumItem, 'grading' | 'scaleId'> {
  if (choice.startsWith(SCALE)) {
    return { grading: 'marks', scaleId: Number(choice.slice(SCALE.length)) };
  }
  return { grading: choice === 'credit' || choice === 'none' ? choice : null, scaleId: null };
}

/** What the chosen cells have in common, and where it is changed. */
export function CurriculumStrip(props: {
  readonly shown: Shown;
  readonly items: Items;
  readonly range: Range;
  readonly readOnly: boolean;
  readonly onStyle: (style: Partial<CurriculumItem>) => void;
  readonly onCopy: () => void;
}) {
  const { shown, items, range, readOnly, onStyle } = props;
  const places = placesOf(range);
  const subject = shown.subjects[range.top];
  const schoolClass = shown.classes[range.left];
  const first = places
    .flatMap(({ row, col }) => {
      const [one, other] = [shown.classes[col], shown.subjects[row]];
      return one && other ? (items.get(itemKey(one.id, other.id)) ?? []) : [];
    })
    .at(0);
  if (subject === undefined || schoolClass === undefined) return null;
  const { weeks } = schoolClass;
  const disabled = readOnly || first === undefined;
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={words.strip}>
      <Text fw={600} w="11rem" pb={4} truncate>
        {places.length === 1
          ? `${schoolClass.name} · ${subject.name}`
          : words.chosen(places.length)}
      </Text>
      <Select
        w="11.5rem"
        label={words.part}
        disabled={disabled}
        allowDeselect={false}
        data={PARTS.map((part) => ({ value: part, label: words.parts[part] }))}
        value={first?.part ?? null}
        onChange={(part) => onStyle({ part: part as CurriculumPart })}
      />
      <Select
        w="11.5rem"
        label={words.grading}
        disabled={disabled}
        allowDeselect={false}
        data={choicesOf(shown.scales)}
        value={first === undefined ? null : choiceOf(first, subject)}
        onChange={(choice) => onStyle(assessmentOf(choice ?? SUBJECT))}
      />
      <Select
        w="11.5rem"
        label={words.finalsLabel}
        disabled={disabled}
        allowDeselect={false}
        data={FINALS.map((finals) => ({ value: finals, label: words.finals[finals] }))}
        value={first?.finals ?? null}
        onChange={(finals) => onStyle({ finals: finals as Finals })}
      />
      <NumberInput
        w="7rem"
        label={words.hoursPerYear}
        disabled={disabled}
        min={1}
        max={1500}
        allowDecimal={false}
        hideControls
        placeholder={first === undefined ? '' : String(hoursPerYear(first, weeks))}
        value={first?.hoursPerYear ?? ''}
        onChange={(value) => {
          const hours = typeof value === 'number' && value > 0 ? value : null;
          if (hours !== (first?.hoursPerYear ?? null)) onStyle({ hoursPerYear: hours });
        }}
      />
      <Text c="dimmed" size="xs" pb={4}>
        {words.weeks(weeks)}
      </Text>
      {!readOnly && (
        <Button
          ml="auto"
          variant="default"
          leftSection={<IconCopy size={15} />}
          onClick={props.onCopy}
        >
          {words.copyColumn(schoolClass.name)}
        </Button>
      )}
    </Group>
  );
}
