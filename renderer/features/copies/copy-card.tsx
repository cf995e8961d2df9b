import { Paper, Text, Title } from '@mantine/core';
import type { CopyPreview } from '#contract/copies';
import type { StorageProblem } from '#contract/errors';
import { copiesTexts, restoreTexts } from '../../text/copies';
import { errorTexts } from '../../text/errors';
import { Trouble } from '../../ui/storage-error';
import classes from './copies.module.css';
import { formatMoment } from './moment';
import { sizeText } from './size-text';

const explain = (problem: StorageProblem) =>
  problem === 'missing' ? errorTexts.notFound.copy : errorTexts.storage[problem];

/** What lies in the chosen folder, and what it would replace. */
export function CopyCard({ preview }: { readonly preview: CopyPreview }) {
  const { manifest, problem, replaces } = preview;
  const words = restoreTexts.card;
  const facts: readonly (readonly [string, string])[] = [
    [words.school, manifest.schoolName],
    [words.year, manifest.yearName],
    [words.made, words.madeBy(formatMoment(manifest.madeAt), manifest.madeBy)],
    [
      words.lastEntry,
      manifest.lastEntryAt === null ? words.noEntry : formatMoment(manifest.lastEntryAt),
    ],
    [words.counts, copiesTexts.counts(manifest.counts)],
    [words.size, sizeText(manifest.size)],
    [words.files, problem === null ? words.whole : words.broken],
    [words.here, replaces === null ? words.nothingHere : words.replaced(replaces.schoolName)],
  ];
  return (
    <>
      <Paper withBorder p="md" component="section" aria-label={words.title}>
        <Title order={2} mb="xs">
          {words.title}
        </Title>
        <dl className={classes['facts']}>
          {facts.map(([name, text]) => (
            <FactLine key={name} name={name} text={text} />
          ))}
        </dl>
      </Paper>
      {problem !== null && <Trouble {...explain(problem)} />}
    </>
  );
}

const FactLine = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <>
    <Text component="dt">{name}</Text>
    <Text component="dd">{text}</Text>
  </>
);
