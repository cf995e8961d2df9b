import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkKindRow } from '#contract/dictionaries';
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

const words = setUpTexts.workKinds;

const columns: readonly EditColumn<WorkKindRow>[] = [
  {
    key: 'name',
    title: words.name,
    text: ({ name }) => name,
    edit: { kind: 'text' },
    problem: required,
  },
  {
    key: 'shortName',
    title: words.shortName,
    width: '10rem',
    text: ({ shortName }) => shortName,
    edit: { kind: 'text' },
    problem: (text) => required(text) ?? (text.length > 12 ? words.tooLong : undefined),
  },
  {
    key: 'weight',
    title: words.weight,
    width: '6rem',
    align: 'right',
    text: ({ weight }) => String(weight),
    edit: { kind: 'text', numeric: true },
    problem: whole(0, 100, words.wrongWeight),
    initial: '1',
  },
  {
    key: 'written',
    title: words.written,
    width: '9rem',
    text: ({ written }) => (written ? '1' : '0'),
    edit: {
      kind: 'choice',
      choices: [
        { value: '1', label: words.isWritten },
        { value: '0', label: words.isOral },
      ],
    },
    initial: '1',
  },
  {
    key: 'works',
    title: words.works,
    width: '10rem',
    align: 'right',
    text: ({ works }) => String(works),
  },
];

const dataOf = (texts: Readonly<Record<string, string>>) => ({
  name: texts['name'] ?? '',
  shortName: texts['shortName'] ?? '',
  weight: Number(texts['weight'] ?? 1),
  written: texts['written'] === '1',
});

/** «Виды работ» with their weights (S6). */
export function WorkKindsScreen() {
  const { roles } = useSession();
  const mayEdit = mayCall(roles, 'dictionaries.saveWorkKind');
  const [archived, setArchived] = useState(false);
  const kinds = useQuery(queries.dictionaries.workKinds.queryOptions());
  if (kinds.isPending) return <Loading />;
  return (
    <Page
      title={words.title}
      hint={mayEdit ? `${words.hint} ${setUpTexts.keys}` : words.hint}
      actions={
        <Checkbox
          label={setUpTexts.showArchived}
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
      }
    >
      <ErrorNotice error={kinds.error} />
      <EditTable
        label={words.title}
        rows={(kinds.data ?? []).filter((row) => archived || !row.archived)}
        columns={columns}
        rowKey={({ id }) => id}
        faint={(row) => row.archived}
        addLabel={words.add}
        removeLabel={(row) =>
          row.archived ? setUpTexts.restore(row.name) : setUpTexts.archive(row.name)
        }
        {...(mayEdit && {
          onSave: (row: WorkKindRow, column: string, text: string) => {
            const texts = Object.fromEntries(columns.map((one) => [one.key, one.text(row)]));
            const data = dataOf({ ...texts, [column]: text });
            return afterDeed(
              'dictionaries',
              core.dictionaries.saveWorkKind({ id: row.id, ...data }),
            );
          },
          onAdd: (texts: Readonly<Record<string, string>>) =>
            afterDeed('dictionaries', core.dictionaries.addWorkKind(dataOf(texts))),
          onRemove: ({ id, archived: was }: WorkKindRow) =>
            tell('dictionaries', core.dictionaries.setWorkKindArchived({ id, archived: !was })),
        })}
      />
    </Page>
  );
}
