import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './boot/create-app.ts';
import { askCameraAhead } from './boot/scan/ask-camera.ts';
import { whenIdle } from './boot/when-idle.ts';
import { preloadRooms, Router } from './Router.tsx';
import { LaterWayOutlet } from './screens/capture/ways/later-way-outlet.ts';
import { wayOfShortcut } from './screens/capture/ways/way-of-shortcut.ts';
import { Trouble } from './ui/Trouble.tsx';
import { AppContext } from './ui/use-app.ts';
import { StatusProvider } from './ui/use-status.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

const way = wayOfShortcut();
if (way !== undefined) askCameraAhead(way);
const app = createApp(way !== undefined);
const screen = createRoot(root);

function draw(): void {
  screen.render(
    <StrictMode>
      <Trouble>
        <AppContext value={app}>
          <StatusProvider>
            <Router />
          </StatusProvider>
        </AppContext>
      </Trouble>
    </StrictMode>,
  );
  whenIdle(preloadRooms, way !== undefined);
}

// A shortcut's camera is asked for first of all, and its way is drawn with the first screen, not after it.
if (way === undefined) draw();
else void LaterWayOutlet.load().then(draw, draw);
