import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { plansTexts } from '../../../text/plans';
import { DocumentPage } from '../../../ui/document-view/document-view';

const words = plansTexts.sheet;

/** Лист корректировки of a page on paper. */
export const CorrectionSheetPage = ({ pageId }: { readonly pageId: number }) => (
  <DocumentPage
    title={words.title}
    label={words.title}
    view={queries.plans.correctionSheet.queryOptions({ input: { pageId } })}
    save={(place) => core.plans.saveCorrectionSheet({ pageId, ...place })}
    actions={
      <Button variant="default" component={Link} to={`/plans/pages/${pageId}`}>
        {words.back}
      </Button>
    }
  />
);
