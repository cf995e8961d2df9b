import { Button, Group, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProfileData, Signatory } from '#contract/profile';
import { fullName } from '#domain/people/name';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { setUpTexts } from '../../text/school-set-up';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import { EditTable } from '../../ui/edit-table/edit-table';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { afterDeed } from './deeds';

const words = setUpTexts.profile;
const FIELDS = [
  'name',
  'shortName',
  'city',
  'address',
  'phone',
  'email',
  'site',
  'inn',
  'ogrn',
] as const satisfies readonly (keyof ProfileData)[];

function problemOf(field: keyof ProfileData, text: string): string | undefined {
  if (field === 'name' && text.trim() === '') return setUpTexts.required;
  if (field === 'inn' && text !== '' && !/^\d{10}$/.test(text)) return words.wrongInn;
  if (field === 'ogrn' && text !== '' && !/^\d{13}$/.test(text)) return words.wrongOgrn;
  return undefined;
}

function ProfileForm(props: { readonly profile: ProfileData; readonly mayEdit: boolean }) {
  const { profile, mayEdit } = props;
  const [draft, setDraft] = useState(profile);
  const changed = FIELDS.some((field) => draft[field] !== profile[field]);
  const wrong = FIELDS.some((field) => problemOf(field, draft[field]) !== undefined);
  const save = useMutation({
    mutationFn: () => afterDeed('profile', core.profile.save(draft)),
    onSuccess: () => notifyDone(words.saved),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !wrong) save.mutate();
      }}
    >
      <Stack gap="sm" maw="62rem">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" verticalSpacing="sm">
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              label={words.fields[field]}
              readOnly={!mayEdit}
              value={draft[field]}
              error={problemOf(field, draft[field])}
              onChange={(event) => {
                const text = event.currentTarget.value;
                setDraft((now) => ({ ...now, [field]: text }));
              }}
            />
          ))}
        </SimpleGrid>
        <ErrorNotice error={save.error} />
        {mayEdit && (
          <Group>
            <Button type="submit" disabled={!changed || wrong} loading={save.isPending}>
              {words.save}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

const signatoryColumns = (
  people: readonly { readonly value: string; readonly label: string }[],
): readonly EditColumn<Signatory>[] => [
  {
    key: 'role',
    title: words.columns.role,
    width: '14rem',
    text: ({ role }) => words.roles[role],
  },
  {
    key: 'title',
    title: words.columns.title,
    text: ({ title }) => title,
    edit: { kind: 'text' },
  },
  {
    key: 'staffId',
    title: words.columns.person,
    width: '20rem',
    text: ({ staffId }) => (staffId === null ? '' : String(staffId)),
    edit: { kind: 'choice', choices: people, none: words.byRole },
  },
  {
    key: 'name',
    title: words.columns.now,
    width: '14rem',
    text: ({ name }) => name || words.nobody,
  },
];

/** «Сведения»: what stands on papers, and who signs them (S1). */
export function ProfileScreen() {
  const { roles } = useSession();
  const mayEdit = mayCall(roles, 'profile.save');
  const seesStaff = mayCall(roles, 'people.staff');
  const profile = useQuery(queries.profile.get.queryOptions());
  const staff = useQuery({ ...queries.people.staff.queryOptions(), enabled: seesStaff });
  if (profile.isPending) return <Loading />;
  const people = (staff.data ?? []).map((one) => ({ value: String(one.id), label: fullName(one) }));
  return (
    <Page title={words.title} hint={words.hint}>
      <ErrorNotice error={profile.error ?? staff.error} />
      {profile.data && (
        <>
          <ProfileForm
            key={JSON.stringify(profile.data.profile)}
            profile={profile.data.profile}
            mayEdit={mayEdit}
          />
          <Title order={2}>{words.signatories}</Title>
          {words.signatoriesHint}
          <EditTable
            label={words.signatories}
            rows={profile.data.signatories}
            columns={signatoryColumns(people)}
            rowKey={({ role }) => role}
            {...(mayEdit && {
              onSave: ({ role, staffId, title }: Signatory, column: string, text: string) =>
                afterDeed(
                  'profile',
                  core.profile.saveSignatory({
                    role,
                    staffId: column === 'staffId' ? (text === '' ? null : Number(text)) : staffId,
                    title: column === 'title' ? text : title,
                  }),
                ),
            })}
          />
        </>
      )}
    </Page>
  );
}
