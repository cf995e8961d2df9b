import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { periodName } from '#domain/periods/period-name';
import { core, shell } from '../../api/clients';
import { queries } from '../../api/queries';
import { hasScreen } from '../../routes/screens';
import { summaryTexts } from '../../text/reports';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { PdfPreview } from '../../ui/pdf-preview/pdf-preview';
import { printPdf } from '../../ui/pdf-preview/print-pdf';
import { StorageError } from '../../ui/storage-error';
import { ClassAndPeriod } from './class-and-period';
import { summaryFileName } from './file-name';
import { useSummaryChoice, type SummaryChoice } from './use-summary-choice';

type Chosen = NonNullable<SummaryChoice['chosen']>;

/** Asks where to, then writes the sheet there; the name of the file, or null when nothing was chosen. */
async function saveSheet({ class: { id, name }, period }: Chosen): Promise<string | null> {
  const suggestedName = summaryFileName(name, periodName(period));
  const place = await shell.chooseSavePlace({ suggestedName, kind: 'pdf' });
  if (place === null) return null;
  const asked = { classId: id, periodId: period.id, grant: place.grant };
  return (await core.sheets.saveSummary(asked)).fileName;
}

/** Alt+↓/↑ another class, Ctrl+P paper, Ctrl+S file; by the physical key, the layout may be Russian. */
function useKeys(act: {
  readonly step: (by: 1 | -1) => void;
  readonly print: () => void;
  readonly save: () => void;
}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowDown') act.step(1);
    else if (event.altKey && event.key === 'ArrowUp') act.step(-1);
    else if (event.ctrlKey && event.code === 'KeyP') act.print();
    else if (event.ctrlKey && event.code === 'KeyS') act.save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}

function Sheet({ choice, chosen }: { readonly choice: SummaryChoice; readonly chosen: Chosen }) {
  const { class: ofClass, period } = chosen;
  const sheet = useQuery({
    ...queries.sheets.summary.queryOptions({
      input: { classId: ofClass.id, periodId: period.id },
    }),
    // The marks may have changed since; but what is being looked at does not jump.
    staleTime: 0,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const pdf = sheet.isFetching ? undefined : sheet.data?.pdfBase64;
  const print = useMutation({ mutationFn: printPdf });
  const save = useMutation({
    mutationFn: saveSheet,
    onSuccess: (name) => name !== null && notifyDone(summaryTexts.saved(name)),
  });
  const startPrint = () => {
    if (pdf !== undefined && !print.isPending) print.mutate(pdf);
  };
  const startSave = () => {
    if (pdf !== undefined && !save.isPending) save.mutate(chosen);
  };
  useKeys({ step: choice.step, print: startPrint, save: startSave });
  const instead = sheet.isFetching ? (
    <Loading />
  ) : sheet.error ? (
    <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />
  ) : undefined;
  return (
    <Page
      title={summaryTexts.title}
      hint={summaryTexts.hint}
      actions={
        <>
          <Button
            leftSection={<IconPrinter size={16} />}
            disabled={pdf === undefined}
            loading={print.isPending}
            onClick={startPrint}
          >
            {summaryTexts.print}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            disabled={pdf === undefined}
            loading={save.isPending}
            onClick={startSave}
          >
            {summaryTexts.save}
          </Button>
        </>
      }
    >
      <StorageError error={print.error ?? save.error} missing="file" />
      <PdfPreview
        label={summaryTexts.preview(ofClass.name, periodName(period))}
        pdf={pdf}
        tools={<ClassAndPeriod choice={choice} />}
        instead={instead}
      />
    </Page>
  );
}

/** «Сводная ведомость учёта успеваемости» of any class and period, to look at, print and keep. */
export function SummaryScreen() {
  const { error, choice } = useSummaryChoice();
  if (choice === undefined && !error) return <Loading />;
  if (choice?.chosen !== undefined) return <Sheet choice={choice} chosen={choice.chosen} />;
  const ownOnly = choice?.ownOnly === true;
  return (
    <Page title={summaryTexts.title}>
      <ErrorNotice error={error} />
      {choice && (
        <EmptyState
          title={ownOnly ? summaryTexts.noOwnClass : summaryTexts.noClasses}
          text={ownOnly ? summaryTexts.noOwnClassText : summaryTexts.noClassesText}
          action={
            !ownOnly &&
            hasScreen('/import') && (
              <Button component={Link} to="/import">
                {summaryTexts.toImport}
              </Button>
            )
          }
        />
      )}
    </Page>
  );
}
