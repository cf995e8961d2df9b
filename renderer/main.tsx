import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries';
import { queryClient } from './api/query-client';
import { sessionQuery } from './api/session';
import { App } from './app';
import { applyTextSize, storedTextSize } from './theme/text-size';

applyTextSize(storedTextSize());
// Asked before anything is drawn: the answers are on their way while the window draws itself.
void queryClient.prefetchQuery(queries.setup.workplace.queryOptions());
void queryClient.prefetchQuery(sessionQuery);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
