import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type {
  ClassDifference,
  ClassTeacherSuggestion,
  HourChange,
  TimetableOutcome,
} from '#contract/import-timetable';
import type { IsoDate } from '#domain/calendar/iso-date';
import { parseClassName, compareClassNames } from '#domain/people/class-name';
import { timetableImportTexts as words } from '../../text/import-timetable';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import classes from './import.module.css';
import { Sentences } from './sentences';

const byClass = (a: { readonly className: string }, b: { readonly className: string }) => {
  const [one, other] = [parseClassName(a.className), parseClassName(b.className)];
  return one && other ? compareClassNames(one, other) : 0;
};
const COUNTS = ['added', 'removed', 'moved', 'room', 'teachers', 'kept'] as const;

const classColumns: readonly Column<ClassDifference>[] = [
  {
    key: 'class',
    title: words.class,
    value: ({ className }) => className,
    compare: byClass,
    width: '4.5rem',
  },
  ...COUNTS.map((key) => ({
    key,
    title: words.counts[key],
    value: (row: ClassDifference) => (row[key] === 0 ? '' : row[key]),
    compare: (a: ClassDifference, b: ClassDifference) => a[key] - b[key],
    align: 'right' as const,
    width: '4.9rem',
  })),
];

const changeColumns: readonly Column<HourChange>[] = [
  {
    key: 'class',
    title: words.class,
    value: ({ className }) => className,
    compare: byClass,
    width: '4rem',
  },
  { key: 'subject', title: words.subject, value: words.subjectOf, width: '13rem' },
  { key: 'change', title: words.what, value: words.change },
];

/** What a timetable of a file changes (T3): how much in each class, and every hour of one or of all. */
export function TimetableChanges(props: {
  readonly outcome: TimetableOutcome;
  readonly from: IsoDate;
  readonly draft: boolean;
}) {
  const { outcome } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      outcome.changes
        .map((change, index) => ({ ...change, key: index }))
        .filter(({ className }) => chosen === null || className === chosen),
    [outcome.changes, chosen],
  );
  const summary = props.draft ? words.summaryDraft(outcome.newPages) : words.summary(outcome);
  return (
    <>
      <Text>
        {outcome.changesAnything ? summary : words.notChanged} {words.before(props.from)}
      </Text>
      <Sentences title={words.notes} lines={outcome.notes.map(words.note)} />
      <div className={classes['difference']}>
        <section aria-label={words.classes}>
          <Text fw={600}>{words.classes}</Text>
          <DataTable
            label={words.classes}
            rows={outcome.classes}
            columns={classColumns}
            rowKey={({ className }) => className}
            selected={chosen}
            onOpen={({ className }) => setChosen(className === chosen ? null : className)}
            empty={<EmptyState title={words.notChanged} />}
          />
        </section>
        <section aria-label={words.changes(chosen)}>
          <Text fw={600}>{words.changes(chosen)}</Text>
          <DataTable
            label={words.changes(chosen)}
            rows={rows}
            columns={changeColumns}
            rowKey={({ key }) => key}
            tools={
              chosen !== null && (
                <Button variant="default" onClick={() => setChosen(null)}>
                  {words.allClasses}
                </Button>
              )
            }
            empty={<EmptyState title={words.noChanges} />}
          />
        </section>
      </div>
    </>
  );
}

/** The class teachers that the file tells; those of classes without one are taken unless unticked. */
export function ClassTeachers(props: {
  readonly rows: readonly ClassTeacherSuggestion[];
  readonly taken: ReadonlySet<string>;
  readonly onChange: (taken: ReadonlySet<string>) => void;
}) {
  const { rows, taken } = props;
  if (rows.length === 0) return null;
  const toggle = (name: string) => {
    const next = new Set(taken);
    if (!next.delete(name)) next.add(name);
    props.onChange(next);
  };
  return (
    <section aria-label={words.classTeachers}>
      <Group gap="md" className={classes['classTeachers'] ?? ''}>
        <Text fw={600}>{words.classTeachers}</Text>
        {rows.map((row) => (
          <Checkbox
            key={row.name}
            label={words.classTeacher(row)}
            checked={taken.has(row.name)}
            onChange={() => toggle(row.name)}
          />
        ))}
      </Group>
    </section>
  );
}
