const interval = 500;

/**
 * Ends this process as SIGTERM would once the shell that npm put between itself and us is gone: npm passes a
 * SIGTERM on to that shell only, and the server would live on and hold its port.
 */
export function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, interval);
  watch.unref();
}
