import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './Trouble.module.css';

interface TroubleState {
  readonly hasFailed: boolean;
}

/** A database that died under a query is back at the next one; what broke for good breaks again. */
const maxRetries = 3;

/** Says that something broke, instead of an empty page that looks like lost people. */
export class Trouble extends Component<{ readonly children: ReactNode }, TroubleState> {
  override state: TroubleState = { hasFailed: false };

  static getDerivedStateFromError(): TroubleState {
    return { hasFailed: true };
  }

  private retries = 0;

  override componentDidCatch(): void {
    if (this.retries >= maxRetries) return;
    this.retries += 1;
    this.setState({ hasFailed: false });
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className={styles.trouble} role="alert">
        <h1>This page did not open</h1>
        <p>What you saved is still on this phone. Opening the app again usually helps.</p>
        <Button look="primary" onClick={() => location.reload()}>
          Open again
        </Button>
      </main>
    );
  }
}
