import styles from './Switch.module.css';

interface SwitchProps {
  /** Of its own, or the id of what names it. */
  readonly label: string | { readonly id: string };
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, isOn, onChange }: SwitchProps) {
  const named = typeof label === 'string' ? { 'aria-label': label } : { 'aria-labelledby': label.id };
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      {...named}
      className={styles.switch}
      onClick={() => onChange(!isOn)}
    />
  );
}
