import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** What the app's start is measured against: React, one input with the focus, and the app's own worker. */
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

createRoot(root).render(
  <StrictMode>
    {/* biome-ignore lint/a11y/noAutofocus: the focus is what is measured */}
    <input type="text" name="name" aria-label="Name" autoFocus />
  </StrictMode>,
);

requestIdleCallback(() => void navigator.serviceWorker.register('/service-worker.js'));
