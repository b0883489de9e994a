import type { StoreContext } from './context.ts';
import type { LaterActions } from './later-actions.ts';

/**
 * The later actions, each fetched with all the others at the first call of any. They reject where their code does not
 * arrive, as they do where the disk does not take a write. None is for a live query: it would not see what was read.
 */
export function laterActions(context: StoreContext) {
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
    <Given extends readonly unknown[], Answer>(
      pick: (later: LaterActions) => (...given: Given) => Promise<Answer>,
    ) =>
    async (...given: Given): Promise<Answer> =>
      pick(await load())(...given);
  return {
    loadActions: load,
    addFile: call((later) => later.addFile),
    addNote: call((later) => later.addNote),
    connect: call((later) => later.connect),
    deleteFile: call((later) => later.deleteFile),
    deletePerson: call((later) => later.deletePerson),
    disconnect: call((later) => later.disconnect),
    editEntry: call((later) => later.editEntry),
    editLine: call((later) => later.editLine),
    editWhereMet: call((later) => later.editWhereMet),
    findOtherOwner: call((later) => later.findOtherOwner),
    markEnded: call((later) => later.markEnded),
    markRefillRead: call((later) => later.markRefillRead),
    nameDevice: call((later) => later.nameDevice),
    readDeviceId: call((later) => later.readDeviceId),
    readNumbers: call((later) => later.readNumbers),
    rememberPersistence: call((later) => later.rememberPersistence),
    retryRefused: call((later) => later.retryRefused),
    setLookedAt: call((later) => later.setLookedAt),
    setRegion: call((later) => later.setRegion),
    settleConflict: call((later) => later.settleConflict),
    undeleteFile: call((later) => later.undeleteFile),
    undeletePerson: call((later) => later.undeletePerson),
  } satisfies LaterActions & { readonly loadActions: unknown };
}
