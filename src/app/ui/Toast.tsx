import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { Button } from './Button.tsx';
import styles from './Toast.module.css';
import { useApp, useSignal } from './use-app.ts';

/** What was just done, and the way back. It stays until it is used, dismissed, or something else is done. */
export function ToastOutlet() {
  const { toast } = useApp();
  const latest = useSignal(toast);
  const [path] = useLocation();
  const current = (latest?.at ?? path) === path ? latest : undefined;
  useEffect(() => {
    if (current === undefined) return;
    const dismiss = (event: KeyboardEvent) => {
      if (event.key === 'Escape') toast.set(undefined);
    };
    addEventListener('keydown', dismiss);
    return () => removeEventListener('keydown', dismiss);
  }, [current, toast]);
  const undo = current?.undo;
  return (
    <div className={styles.outlet} role="status">
      {current === undefined ? null : (
        <div className={styles.toast}>
          <span>{current.words}</span>
          {undo === undefined ? null : (
            <Button
              look="quiet"
              className={styles.undo ?? ''}
              onClick={() => {
                toast.set(undefined);
                undo();
              }}
            >
              Undo
            </Button>
          )}
          <Button
            look="quiet"
            className={styles.close ?? ''}
            aria-label="Dismiss"
            onClick={() => toast.set(undefined)}
          >
            ✕
          </Button>
        </div>
      )}
    </div>
  );
}
