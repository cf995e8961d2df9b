import { Alert, Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenRegulation } from '#contract/regulation';
import { differencesOf } from '#domain/regulation/differences';
import { PRESETS } from '#domain/regulation/presets/index';
import type { Regulation } from '#domain/regulation/regulation';
import { RULE_IDS, RULES, SECTION_TITLES, type RuleId } from '#domain/regulation/rules';
import { ruleSentence } from '#domain/regulation/sentences';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { regulationTexts as words } from '../../text/regulation';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton } from '../../ui/document-view/paper-buttons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { useUndo } from '../../ui/use-undo';
import { CompareRegulations } from './compare-regulations';
import { afterRegulation } from './deeds';
import type { RuleDraft } from './rule-editor';
import { RuleList } from './rule-list';
import { VersionActions } from './version-actions';
import { versionFacts, versionLabel } from './version-words';

/** The rules that hold every word of the search, in what people read of them. */
function rulesFound(document: Regulation, search: string, differing: boolean): readonly RuleId[] {
  const found = search.toLocaleLowerCase('ru').split(/\s+/u).filter(Boolean);
  const only = differing
    ? new Set(differencesOf(PRESETS[document.preset], document).map(({ id }) => id))
    : undefined;
  return RULE_IDS.filter((id) => {
    const { title, section } = RULES[id];
    const { clauses, words: said } = document.rules[id];
    const text = [title, SECTION_TITLES[section], ruleSentence(document, id), ...clauses, said]
      .join(' ')
      .toLocaleLowerCase('ru');
    return (only?.has(id) ?? true) && found.every((word) => text.includes(word));
  });
}

function OpenedRegulation(props: { readonly opened: OpenRegulation }) {
  const { summary, document } = props.opened;
  const { roles } = useSession();
  const [search, setSearch] = useState('');
  const [differing, setDiffering] = useState(false);
  const undo = useUndo(words.undone);
  const mayEdit = summary.state === 'draft' && mayCall(roles, 'regulation.setRule');
  const shown = rulesFound(document, search, differing);
  const write = (id: RuleId, draft: RuleDraft, version: number) =>
    afterRegulation(
      core.regulation.setRule({
        id: summary.id,
        version,
        rule: id,
        value: draft.value,
        clauses: [...draft.clauses],
        words: draft.words,
      }),
    );
  const save = async (id: RuleId, draft: RuleDraft) => {
    const before = document.rules[id];
    await write(id, draft, summary.version);
    notifyDone(words.saved);
    undo.did(RULES[id].title, async () => {
      const { summary: now } = await core.regulation.open({ id: summary.id });
      await write(id, before, now.version);
    });
  };
  return (
    <>
      {summary.approvedAt === null && summary.state === 'now' && (
        <Alert color="yellow" mb="xs">
          {words.starting}
        </Alert>
      )}
      <Group gap="sm">
        <TextInput
          w="18rem"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={15} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setSearch('');
          }}
        />
        <SegmentedControl
          aria-label={words.show}
          data={[
            { value: 'all', label: words.all },
            { value: 'differing', label: words.differing },
          ]}
          value={differing ? 'differing' : 'all'}
          onChange={(value) => setDiffering(value === 'differing')}
        />
        {undo.last !== undefined && (
          <Button
            variant="subtle"
            leftSection={<IconArrowBackUp size={16} />}
            onClick={undo.undoLast}
          >
            {words.actions.undo}: {undo.last.name}
          </Button>
        )}
        <Text c="dimmed" size="sm" ml="auto" aria-live="polite">
          {words.found(shown.length)}
        </Text>
      </Group>
      {shown.length === 0 ? (
        <EmptyState
          title={differing && search === '' ? words.noDifferences : words.nothing}
          text={words.nothingText}
        />
      ) : (
        <div>
          <RuleList document={document} shown={shown} {...(mayEdit && { onSave: save })} />
        </div>
      )}
    </>
  );
}

/** «Регламент»: the school's rules to read, edit, compare, approve and put in force (R). */
export function RegulationScreen() {
  const [parts, setParts] = useAddressParts();
  const versions = useQuery(queries.regulation.versions.queryOptions());
  const wanted = Number(parts['id']) || undefined;
  const list = versions.data ?? [];
  const chosen =
    list.find(({ id }) => id === wanted) ?? list.find(({ state }) => state === 'now') ?? list[0];
  const opened = useQuery({
    ...queries.regulation.open.queryOptions({ input: { id: chosen?.id ?? 0 } }),
    enabled: chosen !== undefined,
  });
  if (versions.isPending || (chosen !== undefined && opened.isPending)) return <Loading />;
  if (opened.data !== undefined && parts['paper'] !== undefined) {
    const input = { id: opened.data.summary.id };
    return (
      <DocumentPage
        title={opened.data.document.title}
        label={words.title}
        view={queries.regulation.paper.queryOptions({ input })}
        save={(place) => core.regulation.savePaper({ ...input, ...place })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>
            {words.actions.back}
          </BackButton>
        }
      />
    );
  }
  if (opened.data !== undefined && parts['compare'] !== undefined) {
    return <CompareRegulations opened={opened.data} versions={list} />;
  }
  return (
    <Page
      title={words.title}
      actions={
        <VersionActions
          summary={opened.data?.summary}
          onOpen={(part) => setParts({ [part]: '1' })}
          onMade={(id) => setParts({ id: id === undefined ? undefined : String(id) })}
        />
      }
      readOnly
    >
      <ErrorNotice error={versions.error ?? opened.error} />
      {list.length > 0 && (
        <Group gap="md" mb="xs">
          <Select
            w="34rem"
            aria-label={words.version}
            allowDeselect={false}
            data={list.map((one) => ({ value: String(one.id), label: versionLabel(one) }))}
            value={chosen === undefined ? null : String(chosen.id)}
            onChange={(id) => setParts({ id: id ?? undefined })}
          />
          {chosen && (
            <Text c="dimmed" size="sm">
              {versionFacts(chosen)}
            </Text>
          )}
        </Group>
      )}
      {opened.data && <OpenedRegulation key={opened.data.summary.id} opened={opened.data} />}
    </Page>
  );
}
