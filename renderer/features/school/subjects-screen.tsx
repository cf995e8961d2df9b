import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SUBJECT_KINDS, type ScaleRow, type SubjectRow } from '#contract/dictionaries';
import { gradings } from '#domain/marks/mark-value';
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
import { required } from './column-checks';
import { afterDeed, tell } from './deeds';

const words = setUpTexts.subjects;

const columnsOf = (scales: readonly ScaleRow[]): readonly EditColumn<SubjectRow>[] => [
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
  },
  {
    key: 'area',
    title: words.area,
    width: '16rem',
    text: ({ area }) => area,
    edit: { kind: 'text' },
  },
  {
    key: 'kind',
    title: words.kind,
    width: '9.5rem',
    text: ({ kind }) => kind,
    edit: {
      kind: 'choice',
      choices: SUBJECT_KINDS.map((value) => ({ value, label: words.kinds[value] })),
    },
    initial: 'main',
  },
  {
    key: 'grading',
    title: words.grading,
    width: '9.5rem',
    text: ({ grading }) => grading,
    edit: {
      kind: 'choice',
      choices: gradings.map((value) => ({ value, label: words.gradings[value] })),
    },
    initial: 'marks',
  },
  {
    key: 'scaleId',
    title: words.scale,
    width: '10.5rem',
    text: ({ scaleId }) => String(scaleId),
    shown: ({ grading, scaleId }) =>
      grading === 'marks' ? (scales.find(({ id }) => id === scaleId)?.name ?? '') : '–',
    edit: {
      kind: 'choice',
      choices: scales.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    initial: '1',
  },
  {
    key: 'pages',
    title: words.pages,
    width: '6rem',
    align: 'right',
    text: ({ pages }) => String(pages),
  },
];

type SubjectTexts = Readonly<Record<string, string>>;

/** The fields of a subject out of the texts of its row. */
function dataOf(texts: SubjectTexts) {
  return {
    name: texts['name'] ?? '',
    shortName: texts['shortName'] ?? '',
    area: texts['area'] ?? '',
    kind: SUBJECT_KINDS.find((kind) => kind === texts['kind']) ?? 'main',
    grading: gradings.find((grading) => grading === texts['grading']) ?? 'marks',
    scaleId: Number(texts['scaleId'] ?? 1),
  } as const;
}

const textsOf = (row: SubjectRow, columns: readonly EditColumn<SubjectRow>[]): SubjectTexts =>
  Object.fromEntries(columns.map(({ key, text }) => [key, text(row)]));

/** «Предметы» (S3): their order is that of the sheets; «без аттестации» is a grading. */
export function SubjectsScreen() {
  const { roles } = useSession();
  const mayEdit = mayCall(roles, 'dictionaries.saveSubject');
  const [archived, setArchived] = useState(false);
  const subjects = useQuery(queries.dictionaries.subjects.queryOptions());
  const scales = useQuery(queries.dictionaries.scales.queryOptions());
  if (subjects.isPending || scales.isPending) return <Loading />;
  const columns = columnsOf(scales.data ?? []);
  return (
    <Page
      title={words.title}
      hint={mayEdit ? `${words.hint} ${setUpTexts.keys}` : undefined}
      actions={
        <Checkbox
          label={setUpTexts.showArchived}
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
      }
    >
      <ErrorNotice error={subjects.error ?? scales.error} />
      <EditTable
        label={words.title}
        rows={(subjects.data ?? []).filter((row) => archived || !row.archived)}
        columns={columns}
        rowKey={({ id }) => id}
        faint={(row) => row.archived}
        addLabel={words.add}
        removeLabel={(row) =>
          row.archived ? setUpTexts.restore(row.name) : setUpTexts.archive(row.name)
        }
        {...(mayEdit && {
          onSave: (row: SubjectRow, column: string, text: string) =>
            afterDeed(
              'dictionaries',
              core.dictionaries.saveSubject({
                id: row.id,
                ...dataOf({ ...textsOf(row, columns), [column]: text }),
              }),
            ),
          onAdd: (texts: SubjectTexts) =>
            afterDeed('dictionaries', core.dictionaries.addSubject(dataOf(texts))),
          onRemove: ({ id, archived: was }: SubjectRow) =>
            tell('dictionaries', core.dictionaries.setSubjectArchived({ id, archived: !was })),
          onMove: ({ id }: SubjectRow, by: 1 | -1) =>
            tell('dictionaries', core.dictionaries.moveSubject({ id, by })),
        })}
      />
    </Page>
  );
}
