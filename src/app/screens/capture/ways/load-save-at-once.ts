/** Behind the camera, which does without it. Undefined where its code does not arrive: then the agent looks and saves. */
export const loadSaveAtOnce = () =>
  import('../save-at-once.ts').then(
    (m) => m.saveAtOnce,
    () => undefined,
  );
