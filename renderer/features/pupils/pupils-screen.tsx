import { Button, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PupilListRow } from '#contract/people';
import { formatDate } from '#domain/calendar/iso-date';
import { compareNames } from '#domain/people/name';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { hasScreen } from '../../routes/screens';
import { useAddressParts } from '../../routes/use-address-parts';
import { peopleTexts } from '../../text/people';
import { pupilsTexts } from '../../text/pupils';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';

const words = pupilsTexts.columns;

const columns: readonly Column<PupilListRow>[] = [
  { key: 'lastName', title: words.lastName, value: (row) => row.lastName, compare: compareNames },
  { key: 'firstName', title: words.firstName, value: (row) => row.firstName },
  { key: 'middleName', title: words.middleName, value: (row) => row.middleName },
  { key: 'class', title: words.className, value: (row) => row.className, width: '6rem' },
  {
    key: 'birthDate',
    title: words.birthDate,
    width: '10.5rem',
    value: (row) => row.birthDate && formatDate(row.birthDate),
    compare: (a, b) => (a.birthDate ?? '').localeCompare(b.birthDate ?? ''),
  },
  {
    key: 'sex',
    title: words.sex,
    width: '5rem',
    value: (row) => row.sex && pupilsTexts.sex[row.sex],
  },
  { key: 'file', title: words.personalFile, width: '9rem', value: (row) => row.personalFile },
];

/** The pupils of today, of the whole school or of one class. */
export function PupilsScreen() {
  const { today, roles } = useSession();
  const year = useYearInput();
  const [parts, setParts] = useAddressParts();
  const classId = Number(parts['class']) || undefined;
  const classes = useQuery(queries.school.classes.queryOptions({ input: year }));
  const pupils = useQuery({
    ...queries.people.pupils.queryOptions({ input: classId === undefined ? {} : { classId } }),
    placeholderData: keepPreviousData,
  });
  if (pupils.isPending) return <Loading />;
  const choose = (
    <Select
      w="9rem"
      aria-label={pupilsTexts.class}
      placeholder={pupilsTexts.allClasses}
      clearable
      searchable
      data={(classes.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      value={classId === undefined ? null : String(classId)}
      onChange={(chosen) => setParts({ class: chosen ?? undefined })}
    />
  );
  const mayImport = hasScreen('/import') && mayCall(roles, 'imports.previewPupils');
  return (
    <Page title={pupilsTexts.title} hint={pupilsTexts.hint(formatDate(today))} actions={choose}>
      <ErrorNotice error={pupils.error} onRetry={() => void pupils.refetch()} />
      {pupils.data && (
        <DataTable
          label={pupilsTexts.table}
          rows={pupils.data}
          columns={columns}
          rowKey={(row) => row.id}
          empty={
            classId === undefined ? (
              <EmptyState
                title={pupilsTexts.empty}
                text={pupilsTexts.emptyText}
                action={
                  mayImport && (
                    <Button component={Link} to="/import">
                      {peopleTexts.toImport}
                    </Button>
                  )
                }
              />
            ) : (
              <EmptyState title={pupilsTexts.emptyClass} />
            )
          }
        />
      )}
    </Page>
  );
}
