import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { suggestLogin } from '#domain/people/suggest-login';
import { newJournalTexts } from '../../text/first-start';
import { NewPasswordFields } from '../../ui/new-password-fields';
import type { Draft, FieldProblems } from './draft';

type NamePart = 'lastName' | 'firstName' | 'middleName';

/** Who keeps the journal: name, log-in, password. */
export function AdministratorStep(props: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly problems: FieldProblems;
}) {
  const words = newJournalTexts.administrator;
  const { draft, change, problems } = props;
  const setName = (part: Partial<Pick<Draft, NamePart>>) => {
    const untouched = draft.login === suggestLogin(draft);
    change({ ...part, ...(untouched && { login: suggestLogin({ ...draft, ...part }) }) });
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{words.hint}</Text>
      <SimpleGrid cols={3} spacing="sm">
        <TextInput
          size="sm"
          label={words.lastName}
          value={draft.lastName}
          error={problems.lastName}
          onChange={(event) => setName({ lastName: event.currentTarget.value })}
          autoFocus
        />
        <TextInput
          size="sm"
          label={words.firstName}
          value={draft.firstName}
          error={problems.firstName}
          onChange={(event) => setName({ firstName: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          label={words.middleName}
          placeholder={words.middleHint}
          value={draft.middleName}
          onChange={(event) => setName({ middleName: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          label={words.login}
          description={words.loginHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.login}
          error={problems.login}
          spellCheck={false}
          onChange={(event) => change({ login: event.currentTarget.value })}
        />
      </SimpleGrid>
      <NewPasswordFields
        login={draft.login}
        password={draft.password}
        repeat={draft.repeat}
        problems={problems}
        onChange={change}
      />
    </Stack>
  );
}
