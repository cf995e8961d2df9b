import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app';
import { applyTextSize, storedTextSize } from './theme/text-size';

// zod compiles its checks with `new Function` otherwise, which the content security policy forbids.
z.config({ jitless: true });
applyTextSize(storedTextSize());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
