import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** What the app's start is measured against: React, one input with the focus, and the app's own worker. */
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

createRoot(root).render(
  <StrictMode>
    <input type="text" name="name" aria-label="Name" ref={(input) => input?.focus()} />
  </StrictMode>,
);

requestIdleCallback(() => void navigator.serviceWorker.register('/service-worker.js'));
