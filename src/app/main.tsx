import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './boot/create-app.ts';
import { whenIdle } from './boot/when-idle.ts';
import { preloadRooms, Router } from './Router.tsx';
import { Trouble } from './ui/Trouble.tsx';
import { AppContext } from './ui/use-app.ts';
import { StatusProvider } from './ui/use-status.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

createRoot(root).render(
  <StrictMode>
    <Trouble>
      <AppContext value={createApp()}>
        <StatusProvider>
          <Router />
        </StatusProvider>
      </AppContext>
    </Trouble>
  </StrictMode>,
);
whenIdle(preloadRooms);
