import speechWorker from './speech-worker.ts?worker&url';

/** Named after its content, below `speechWorkerFolder`: it is not precached, but kept with the engine (vite.config.ts). */
export const speechWorkerAddress: string = speechWorker;
