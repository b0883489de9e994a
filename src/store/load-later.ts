import type { StoreContext } from './context.ts';
import type { LaterActions } from './later-actions.ts';

const names = [
  'addFile',
  'addNote',
  'connect',
  'deleteFile',
  'deletePerson',
  'disconnect',
  'editEntry',
  'editLine',
  'editWhereMet',
  'findOtherOwner',
  'markEnded',
  'markRefillRead',
  'nameDevice',
  'readDeviceId',
  'readNumbers',
  'rememberPersistence',
  'retryRefused',
  'setLookedAt',
  'setRegion',
  'settleConflict',
  'undeleteFile',
  'undeletePerson',
] as const satisfies readonly (keyof LaterActions)[];

type Named = Pick<LaterActions, (typeof names)[number]>;

/**
 * The later actions, each fetched with all the others at the first call of any. They reject where their code does not
 * arrive, as they do where the disk does not take a write. None is for a live query: it would not see what was read.
 */
export function laterActions(
  context: StoreContext,
): Named & { readonly loadActions: () => Promise<unknown> } {
  let loading: Promise<LaterActions> | undefined;
  const load = () => {
    loading ??= import('./later-actions.ts')
      .then(({ createLaterActions }) => createLaterActions(context))
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };
  const call =
    (name: keyof Named) =>
    async (...given: readonly unknown[]) => {
      const action = (await load())[name] as (...given: unknown[]) => unknown;
      return action(...given);
    };
  const actions = Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Named;
  return { ...actions, loadActions: load };
}
