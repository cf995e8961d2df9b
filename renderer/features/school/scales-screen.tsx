import { useQuery } from '@tanstack/react-query';
import type { ScaleRow } from '#contract/dictionaries';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { setUpTexts } from '../../text/school-set-up';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import { EditTable } from '../../ui/edit-table/edit-table';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { required, whole } from './column-checks';
import { afterDeed, tell } from './deeds';

const words = setUpTexts.scales;
const POINTS = ['lowest', 'satisfactoryFrom', 'goodFrom', 'excellentFrom', 'highest'] as const;
const OWN = 'own';
const IN_FIVE = 'five';
const FIVE = { lowest: 1, satisfactoryFrom: 3, goodFrom: 4, excellentFrom: 5, highest: 5 } as const;

const columns: readonly EditColumn<ScaleRow>[] = [
  {
    key: 'name',
    title: words.name,
    text: ({ name }) => name,
    edit: { kind: 'text' },
    problem: required,
  },
  ...POINTS.map((point): EditColumn<ScaleRow> => ({
    key: point,
    title: words[point],
    width: '7rem',
    align: 'right',
    text: (row) => String(row[point]),
    edit: { kind: 'text', numeric: true },
    problem: whole(0, 100, words.wrongPoint),
    initial: String(FIVE[point]),
  })),
  {
    key: 'periodsInFive',
    title: words.periods,
    width: '12rem',
    text: ({ periodsInFive }) => (periodsInFive ? IN_FIVE : OWN),
    shown: ({ periodsInFive }) => (periodsInFive ? words.periodsInFive : words.periodsOwn),
    edit: {
      kind: 'choice',
      choices: [
        { value: OWN, label: words.periodsOwn },
        { value: IN_FIVE, label: words.periodsInFive },
      ],
    },
    initial: OWN,
  },
  {
    key: 'subjects',
    title: words.subjects,
    width: '8rem',
    align: 'right',
    text: ({ subjects }) => String(subjects),
  },
];

const dataOf = (texts: Readonly<Record<string, string>>) => ({
  name: texts['name'] ?? '',
  lowest: Number(texts['lowest']),
  satisfactoryFrom: Number(texts['satisfactoryFrom']),
  goodFrom: Number(texts['goodFrom']),
  excellentFrom: Number(texts['excellentFrom']),
  highest: Number(texts['highest']),
  periodsInFive: texts['periodsInFive'] === IN_FIVE,
});

/** «Оценивание» (S6): the scales of points a subject can be marked by. */
export function ScalesScreen() {
  const { roles } = useSession();
  const mayEdit = mayCall(roles, 'dictionaries.saveScale');
  const scales = useQuery(queries.dictionaries.scales.queryOptions());
  if (scales.isPending) return <Loading />;
  return (
    <Page title={words.title} hint={words.hint}>
      <ErrorNotice error={scales.error} />
      <EditTable
        label={words.title}
        rows={scales.data ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        addLabel={words.add}
        removeLabel={({ name }) => setUpTexts.remove(name)}
        {...(mayEdit && {
          onSave: (row: ScaleRow, column: string, text: string) => {
            const texts = Object.fromEntries(columns.map((one) => [one.key, one.text(row)]));
            const data = dataOf({ ...texts, [column]: text });
            return afterDeed('dictionaries', core.dictionaries.saveScale({ id: row.id, ...data }));
          },
          onAdd: (texts: Readonly<Record<string, string>>) =>
            afterDeed('dictionaries', core.dictionaries.addScale(dataOf(texts))),
          onRemove: ({ id }: ScaleRow) =>
            tell('dictionaries', core.dictionaries.removeScale({ id })),
        })}
      />
    </Page>
  );
}
