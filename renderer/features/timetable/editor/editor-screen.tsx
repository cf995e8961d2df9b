import { Badge, Button, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { formatDate } from '#domain/calendar/iso-date';
import type { EditorData } from '#contract/timetable';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { useAddressParts } from '../../../routes/use-address-parts';
import { editorTexts } from '../../../text/timetable-editor';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { notifyDone } from '../../../ui/notify';
import { Page } from '../../../ui/page';
import { CompareVersions } from './compare-versions';
import { PutInForce } from './put-in-force';
import { refreshTimetables } from './use-draft';
import { VersionEditor } from './version-editor';
import { VersionSettings } from './version-settings';
import { VersionsList } from './versions-list';

const { versions: words } = editorTexts;

function OneVersion(props: {
  readonly data: EditorData;
  readonly doing: string | undefined;
  readonly onParts: (parts: Readonly<Record<string, string | undefined>>) => void;
}) {
  const { data, doing, onParts } = props;
  const { version } = data;
  const isDraft = version.state === 'draft';
  const copy = useMutation({
    mutationFn: () =>
      core.timetable.newDraft({ copyOf: version.id, name: words.copyName(version.name) }),
    onSuccess: async ({ versionId }) => {
      await refreshTimetables();
      notifyDone(words.made);
      onParts({ version: String(versionId), doing: undefined });
    },
  });
  const span =
    version.until === null
      ? null
      : words.span(formatDate(version.validFrom), formatDate(version.until));
  return (
    <Page
      title={version.name}
      hint={
        <Group gap="xs">
          <Badge variant="light" color={isDraft ? 'gray' : 'green'}>
            {words.states[version.state]}
          </Badge>
          {span}
          {!isDraft && editorTexts.readOnly}
        </Group>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} />}
            onClick={() => onParts({ version: undefined, doing: undefined })}
          >
            {editorTexts.back}
          </Button>
          {isDraft ? (
            <>
              <Button
                variant="default"
                aria-pressed={doing === 'settings'}
                onClick={() => onParts({ doing: doing === 'settings' ? undefined : 'settings' })}
              >
                {editorTexts.settings}
              </Button>
              <Button onClick={() => onParts({ doing: 'force' })}>{words.putInForce}</Button>
            </>
          ) : (
            <Button loading={copy.isPending} onClick={() => copy.mutate()}>
              {editorTexts.editCopy}
            </Button>
          )}
        </>
      }
    >
      <ErrorNotice error={copy.error} />
      {doing === 'settings' && isDraft && <VersionSettings version={version} />}
      {doing === 'force' && isDraft ? (
        <PutInForce
          version={version}
          onClose={() => onParts({ doing: undefined })}
          onDone={() => onParts({ version: undefined, doing: undefined })}
        />
      ) : (
        <VersionEditor key={`${version.id} ${version.cycleFrom}`} data={data} />
      )}
    </Page>
  );
}

/** «Редактор»: the versions of the year, and one of them opened (T1). */
export function EditorScreen() {
  const [parts, onParts] = useAddressParts();
  const versionId = Number(parts['version']) || undefined;
  const editor = useQuery({
    ...queries.timetable.editor.queryOptions({ input: { versionId: versionId ?? 0 } }),
    enabled: versionId !== undefined,
    // What is being placed must not be replaced under the hand: it is read when it is opened.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (versionId === undefined) return <VersionsList onOpen={onParts} />;
  if (parts['doing'] === 'compare') {
    return (
      <CompareVersions
        versionId={versionId}
        onBack={() => onParts({ version: undefined, doing: undefined, other: undefined })}
      />
    );
  }
  if (editor.error) {
    return (
      <Page
        title={editorTexts.title}
        actions={
          <Button variant="default" onClick={() => onParts({ version: undefined })}>
            {editorTexts.back}
          </Button>
        }
      >
        <ErrorNotice error={editor.error} onRetry={() => void editor.refetch()} />
      </Page>
    );
  }
  if (editor.data === undefined || editor.isRefetching) return <Loading />;
  return <OneVersion data={editor.data} doing={parts['doing']} onParts={onParts} />;
}
