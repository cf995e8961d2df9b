import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { periodName } from '#domain/periods/period-name';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { hasScreen } from '../../routes/screens';
import { summaryTexts } from '../../text/reports';
import { DocumentPage } from '../../ui/document-view/document-view';
import { noteMade } from '../../ui/document-view/note-made';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { ClassAndPeriod } from './class-and-period';
import { useSummaryChoice, type SummaryChoice } from './use-summary-choice';

function Sheet(props: {
  readonly choice: SummaryChoice;
  readonly chosen: NonNullable<SummaryChoice['chosen']>;
}) {
  const { choice, chosen } = props;
  const input = { classId: chosen.class.id, periodId: chosen.period.id };
  return (
    <DocumentPage
      title={summaryTexts.title}
      hint={summaryTexts.hint}
      label={summaryTexts.preview(chosen.class.name, periodName(chosen.period))}
      view={queries.sheets.summary.queryOptions({ input })}
      save={({ grant }) => core.sheets.saveSummary({ ...input, grant })}
      formats={['pdf']}
      tools={<ClassAndPeriod choice={choice} />}
      step={choice.step}
      onMade={noteMade({ kind: 'summarySheet', ...input })}
    />
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
