import { useEffect, useState } from 'react';
import { draftFileActions } from '../../../../store/actions/draft-files.ts';
import type { NewFile } from '../../../../store/write-file.ts';
import { useApp } from '../../../ui/use-app.ts';
import type { DraftHandle } from '../../../ui/use-draft.ts';
import styles from './DraftPictures.module.css';

/** Pictures that will be saved with the tag, small, each with a way out of it. */
export function DraftPictures({ draft }: { readonly draft: DraftHandle }) {
  const { toast } = useApp();
  const { files = '' } = draft.fields;
  const pictures = usePictures(files);
  if (files === '') return null;
  const remove = (id: string) => {
    const left = files.split(' ').filter((known) => known !== id);
    draft.replaceField('files', left.join(' '));
    toast.set({ words: 'The picture is removed.', undo: () => draft.replaceField('files', files) });
  };
  return (
    <ul className={styles.pictures} aria-label="Pictures">
      {pictures.map(({ id, address }, place) => (
        <li key={id}>
          <img src={address} alt={`Number ${place + 1}`} />
          <button type="button" aria-label={`Remove picture ${place + 1}`} onClick={() => remove(id)}>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ShownPicture {
  readonly id: string;
  /** It lives as long as the component. */
  readonly address: string;
}

function usePictures(files: string): readonly ShownPicture[] {
  const { part } = useApp();
  const [shown, setShown] = useState<readonly ShownPicture[]>([]);
  useEffect(() => {
    let isGone = false;
    let made: readonly ShownPicture[] = [];
    const show = async () => {
      const ids = files.split(' ').filter(Boolean);
      const found = ids.length === 0 ? [] : await part(draftFileActions).readDraftFiles(ids);
      if (isGone) return;
      made = found.map((file) => ({ id: file.id, address: URL.createObjectURL(toBlob(file)) }));
      setShown(made);
    };
    void show().catch(() => undefined);
    return () => {
      isGone = true;
      for (const { address } of made) URL.revokeObjectURL(address);
    };
  }, [part, files]);
  return shown;
}

function toBlob({ pieces, type }: NewFile): Blob {
  return new Blob([...pieces], { type });
}
