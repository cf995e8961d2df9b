import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries';
import { queryClient } from './api/query-client';
import { sessionQuery } from './api/session';
import { App } from './app';
import { rememberedWorkplace } from './features/gate/remembered-workplace';
import { applyTextSize, storedTextSize } from './theme/text-size';

applyTextSize(storedTextSize());
if (rememberedWorkplace() === undefined) {
  // Nothing can be drawn without the answers: they are on their way while the window gets ready.
  void queryClient.prefetchQuery(queries.setup.workplace.queryOptions());
  void queryClient.prefetchQuery(sessionQuery);
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
