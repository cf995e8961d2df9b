import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries';
import { startTexts } from '../../text/start';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';

/** Where a person begins. */
export function StartScreen() {
  const overview = useQuery(queries.school.overview.queryOptions());
  if (overview.isPending) return <Loading />;
  return (
    <Page title={startTexts.title} hint={overview.data?.name}>
      <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
    </Page>
  );
}
