import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PupilCard } from '#contract/pupils';
import { broughtText, formatBrought } from '#domain/marks/brought';
import { broughtTexts } from '../../../text/brought';
import { broughtQuery } from '../brought/use-brought';
import classes from './card.module.css';
import { Section } from './section';

const words = broughtTexts.card;

/** What the pupil brought from another school; absent where there was nothing to bring. */
export function BroughtSection({ card }: { readonly card: PupilCard }) {
  const { data } = useQuery({ ...broughtQuery(card.id), staleTime: 0 });
  if (data === undefined || (data.periods.length === 0 && data.cells.length === 0)) return null;
  const { cells, mayEdit } = data;
  const lines = data.subjects.flatMap((subject) =>
    cells
      .filter(({ subjectId }) => subjectId === subject.id)
      .flatMap(({ periodId, kind, marks }) => {
        const period = data.periods.find(({ id }) => id === periodId);
        return period === undefined
          ? []
          : [broughtText(subject.name, period, kind, formatBrought(marks))];
      }),
  );
  const source = [data.school === '' ? '' : words.from(data.school), data.document];
  return (
    <Section
      title={broughtTexts.title}
      actions={
        <Button
          component={Link}
          to={`/pupils/brought/${card.id}`}
          size="compact-xs"
          variant="default"
        >
          {mayEdit ? (lines.length === 0 ? words.enter : words.change) : words.open}
        </Button>
      }
    >
      {lines.length === 0 ? (
        <Text c="dimmed">{words.none}</Text>
      ) : (
        <ul className={classes['lines']}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className={classes['dim']}>{source.filter(Boolean).join(' · ')}</div>
    </Section>
  );
}
