import { Button } from '../../ui/Button.tsx';
import { useApp } from '../../ui/use-app.ts';
import styles from './Files.module.css';

interface UnkeptProps {
  readonly files: readonly File[];
  readonly isBusy: boolean;
  readonly onTryAgain: () => void;
}

/** Pictures that this phone could not store: a camera's are nowhere else, so they can be saved as files. */
export function Unkept({ files, isBusy, onTryAgain }: UnkeptProps) {
  const { saveFile } = useApp();
  const saveAll = () => {
    for (const file of files) saveFile(file.name, file);
  };
  return (
    <div role="alert" className={styles.alert}>
      {files.length === 0 ? null : (
        <div className={styles.unkept}>
          <p>
            {files.length === 1 ? 'One picture is' : `${files.length} pictures are`} not kept. Do not close
            this page: make room in Settings and try again, or save {files.length === 1 ? 'it' : 'them'}{' '}
            elsewhere.
          </p>
          <Button look="quiet" onClick={saveAll}>
            Save as a file
          </Button>
          <Button disabled={isBusy} onClick={onTryAgain}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
