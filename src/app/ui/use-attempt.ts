import { useApp } from './use-app.ts';

/** Runs what writes to the device, and says so when it could not be stored. */
export function useAttempt(): (work: () => Promise<unknown>) => void {
  const { toast } = useApp();
  return (work) => {
    work().catch(() =>
      toast.set({ words: 'This phone could not store that. Free some space and try again.' }),
    );
  };
}
