import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type {
  DocumentFormat,
  DocumentPlace,
  DocumentView,
  SavedDocument,
} from '#contract/documents';
import { shell } from '../../api/clients';
import { documentTexts } from '../../text/documents';
import { ErrorNotice } from '../error-notice';
import { Loading } from '../loading';
import { notifyDone } from '../notify';
import { Page } from '../page';
import { PdfPreview } from '../pdf-preview/pdf-preview';
import { printPdf } from '../pdf-preview/print-pdf';
import { StorageError } from '../storage-error';
import { documentFileName } from './file-name';
import { useDocumentKeys } from './use-document-keys';

const ALL_FORMATS: readonly DocumentFormat[] = ['pdf', 'xlsx', 'csv'];

/** Asks where to, then writes the paper there; the name of the file, or null when nothing was chosen. */
async function saveTo(
  title: string,
  format: DocumentFormat,
  save: (place: DocumentPlace) => Promise<SavedDocument>,
): Promise<string | null> {
  const suggestedName = documentFileName(title, format);
  const place = await shell.chooseSavePlace({ suggestedName, kind: format });
  if (place === null) return null;
  return (await save({ grant: place.grant, format })).fileName;
}

/**
 * A paper on the screen: the preview, print and save. `view` are the query options of the contract's
 * `view` procedure, `save` calls its `save` with the same input.
 */
export function DocumentPage<Failure extends Error>(props: {
  readonly title: string;
  readonly hint?: ReactNode;
  /** Names the preview for a screen reader. */
  readonly label: string;
  readonly view: UseQueryOptions<DocumentView, Failure>;
  readonly save: (place: DocumentPlace) => Promise<SavedDocument>;
  readonly formats?: readonly DocumentFormat[];
  /** Begins the line above the pages: what the paper is of. */
  readonly tools?: ReactNode;
  /** More buttons before «Печать»: back to the list, for one. */
  readonly actions?: ReactNode;
  /** Alt+↓/↑: the next or the previous paper of the kind. */
  readonly step?: (by: 1 | -1) => void;
  /** The paper left the printer or lies in a file. */
  readonly onMade?: (how: 'printed' | 'saved') => void;
}) {
  const { formats = ALL_FORMATS } = props;
  const view = useQuery({
    ...props.view,
    // What is printed may have changed since; but what is being looked at does not jump.
    staleTime: 0,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const shown = view.isFetching ? undefined : view.data;
  // What was made is noted of the paper it was begun with: meanwhile another one may be shown.
  const print = useMutation({
    mutationFn: ({ pdf }: { readonly pdf: string; readonly made: typeof props.onMade }) =>
      printPdf(pdf),
    onSuccess: (printed, { made }) => printed && made?.('printed'),
  });
  const save = useMutation({
    mutationFn: ({
      format,
    }: {
      readonly format: DocumentFormat;
      readonly made: typeof props.onMade;
    }) => saveTo(shown?.title ?? props.title, format, props.save),
    onSuccess: (name, { made }) => {
      if (name === null) return;
      notifyDone(documentTexts.saved(name));
      made?.('saved');
    },
  });
  const startPrint = () => {
    if (shown !== undefined && !print.isPending) {
      print.mutate({ pdf: shown.pdfBase64, made: props.onMade });
    }
  };
  const startSave = (format: DocumentFormat) => {
    if (shown !== undefined && !save.isPending) {
      save.mutate({ format, made: props.onMade });
    }
  };
  useDocumentKeys({ print: startPrint, save: () => startSave('pdf'), step: props.step });
  const instead = view.isFetching ? (
    <Loading />
  ) : view.error ? (
    <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />
  ) : undefined;
  return (
    <Page
      title={props.title}
      hint={props.hint}
      actions={
        <>
          {props.actions}
          <Button
            leftSection={<IconPrinter size={16} />}
            disabled={shown === undefined}
            loading={print.isPending}
            onClick={startPrint}
          >
            {documentTexts.print}
          </Button>
          <SaveButton
            formats={formats}
            disabled={shown === undefined}
            loading={save.isPending}
            onSave={startSave}
          />
        </>
      }
    >
      <StorageError error={print.error ?? save.error} missing="file" />
      <PdfPreview
        label={props.label}
        pdf={shown?.pdfBase64}
        tools={props.tools}
        instead={instead}
      />
    </Page>
  );
}

function SaveButton(props: {
  readonly formats: readonly DocumentFormat[];
  readonly disabled: boolean;
  readonly loading: boolean;
  readonly onSave: (format: DocumentFormat) => void;
}) {
  const { formats, onSave, disabled, loading } = props;
  const look = {
    variant: 'default',
    leftSection: <IconDownload size={16} />,
    disabled,
    loading,
  } as const;
  const [only] = formats;
  if (formats.length === 1 && only !== undefined) {
    return (
      <Button {...look} onClick={() => onSave(only)}>
        {documentTexts.saveAs[only]}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <Button {...look} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {documentTexts.save}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => onSave(format)}>
            {documentTexts.saveAs[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
