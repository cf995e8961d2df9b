import { Alert, Button, Group, List, Modal, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffListRow } from '#contract/staff';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { fullName } from '#domain/people/name';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { useSession } from '../../api/session';
import { commonTexts } from '../../text/common';
import { setUpTexts } from '../../text/school-set-up';
import { DateField } from '../../ui/date-field/date-field';
import { dateText } from '../../ui/date-field/date-text';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import { EditTable } from '../../ui/edit-table/edit-table';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { dayOf, dayOrNone, required } from './column-checks';
import { afterDeed, tell } from './deeds';

const words = setUpTexts.staff;
const FIELDS = ['lastName', 'firstName', 'middleName', 'position', 'phone', 'email'] as const;
const WIDTHS = { position: '15rem', phone: '9rem', email: '11rem' } as const;

const columnsOf = (dismissed: boolean): readonly EditColumn<StaffListRow>[] => [
  ...FIELDS.map((field): EditColumn<StaffListRow> => ({
    key: field,
    title: words[field],
    ...(field in WIDTHS && { width: WIDTHS[field as keyof typeof WIDTHS] }),
    text: (row) => row[field],
    edit: { kind: 'text' },
    ...(field === 'lastName' && { problem: required }),
  })),
  {
    key: 'hiredOn',
    title: words.hiredOn,
    width: '7rem',
    text: ({ hiredOn }) => dateText(hiredOn),
    edit: { kind: 'text', numeric: true },
    problem: dayOrNone,
  },
  dismissed
    ? {
        key: 'dismissedOn',
        title: words.dismissedOn,
        width: '8rem',
        text: ({ dismissedOn }) => (dismissedOn === null ? '' : formatDate(dismissedOn)),
      }
    : {
        key: 'hours',
        title: words.hours,
        width: '5rem',
        align: 'right',
        text: ({ hours }) => (hours === 0 ? '' : String(hours).replace('.', ',')),
      },
];

const dataOf = (texts: Readonly<Record<string, string>>) => ({
  lastName: texts['lastName'] ?? '',
  firstName: texts['firstName'] ?? '',
  middleName: texts['middleName'] ?? '',
  position: texts['position'] ?? '',
  phone: texts['phone'] ?? '',
  email: texts['email'] ?? '',
  hiredOn: dayOf(texts['hiredOn'] ?? ''),
});

function Dismissal({ row, onClose }: { readonly row: StaffListRow; readonly onClose: () => void }) {
  const { today } = useSession();
  const [lastDay, setLastDay] = useState<IsoDate | null>(today);
  const left = useQuery(queries.staff.dismissal.queryOptions({ input: { id: row.id } }));
  const dismiss = useMutation({
    mutationFn: (day: IsoDate) => core.staff.dismiss({ id: row.id, lastDay: day }),
    onSuccess: async () => {
      notifyDone(words.done(fullName(row)));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Modal opened onClose={onClose} title={words.dismissTitle(fullName(row))}>
      <Stack gap="sm">
        <DateField label={words.lastDay} value={lastDay} onChange={setLastDay} />
        {left.data && (
          <Alert color={left.data.pages.length > 0 ? 'yellow' : 'gray'}>
            <Text>{words.leaves(left.data.pages.length)}</Text>
            <List size="sm">
              {left.data.pages.slice(0, 12).map(({ className, subjectName }, index) => (
                <List.Item key={`${className} ${subjectName} ${index + 1}`}>
                  {className} · {subjectName}
                </List.Item>
              ))}
            </List>
            {left.data.homeroomOf !== null && (
              <Text>{words.leavesClass(left.data.homeroomOf)}</Text>
            )}
          </Alert>
        )}
        <Text>{words.keeps}</Text>
        <ErrorNotice error={left.error ?? dismiss.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {commonTexts.cancel}
          </Button>
          <Button
            color="red.9"
            disabled={lastDay === null || left.data === undefined}
            loading={dismiss.isPending}
            onClick={() => lastDay !== null && dismiss.mutate(lastDay)}
          >
            {words.deed}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** «Сотрудники» (S7): who works here; a dismissal keeps all that was done. */
export function StaffScreen() {
  const { roles } = useSession();
  const mayEdit = mayCall(roles, 'staff.save');
  const [dismissed, setDismissed] = useState(false);
  const [leaving, setLeaving] = useState<StaffListRow | null>(null);
  const staff = useQuery(queries.staff.list.queryOptions({ input: { dismissed } }));
  const columns = columnsOf(dismissed);
  return (
    <Page
      title={words.title}
      hint={mayEdit ? `${words.hint} ${setUpTexts.keys}` : words.hint}
      actions={
        <Switch
          label={words.dismissedShown}
          checked={dismissed}
          onChange={(event) => setDismissed(event.currentTarget.checked)}
        />
      }
    >
      <ErrorNotice error={staff.error} />
      {staff.isPending ? (
        <Loading />
      ) : (
        <EditTable
          key={String(dismissed)}
          label={words.title}
          rows={staff.data ?? []}
          columns={columns}
          rowKey={({ id }) => id}
          addLabel={words.add}
          empty={words.nobody}
          removeLabel={(row) =>
            dismissed ? words.takeBack(fullName(row)) : words.dismiss(fullName(row))
          }
          {...(mayEdit && {
            onSave: (row: StaffListRow, column: string, text: string) => {
              const texts = Object.fromEntries(columns.map((one) => [one.key, one.text(row)]));
              const data = dataOf({ ...texts, [column]: text });
              return afterDeed('staff', core.staff.save({ id: row.id, ...data }));
            },
            onRemove: (row: StaffListRow) =>
              dismissed ? tell('staff', core.staff.takeBack({ id: row.id })) : setLeaving(row),
          })}
          {...(mayEdit &&
            !dismissed && {
              onAdd: (texts: Readonly<Record<string, string>>) =>
                afterDeed('staff', core.staff.add(dataOf(texts))),
            })}
        />
      )}
      {leaving && <Dismissal row={leaving} onClose={() => setLeaving(null)} />}
    </Page>
  );
}
