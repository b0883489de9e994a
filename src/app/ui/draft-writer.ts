import type { DraftFields } from '../../store/actions/drafts.ts';

/**
 * Writes each state of a draft as soon as it is typed, one write at a time, always the newest.
 * It holds back until what was stored before has been read (`open`).
 */
export class DraftWriter {
  private readonly write: (fields: DraftFields) => Promise<void>;
  private next: DraftFields | undefined;
  private isOpen = false;
  private writing: Promise<void> | undefined;

  constructor(write: (fields: DraftFields) => Promise<void>) {
    this.write = write;
  }

  open(): void {
    this.isOpen = true;
    this.start();
  }

  push(fields: DraftFields): void {
    this.next = fields;
    this.start();
  }

  /** What is not under way yet is not written. */
  drop(): void {
    this.next = undefined;
  }

  /** Resolves when nothing is left to write. */
  async settle(): Promise<void> {
    while (this.writing !== undefined) await this.writing;
  }

  private start(): void {
    if (!this.isOpen || this.writing !== undefined || this.next === undefined) return;
    const fields = this.next;
    this.next = undefined;
    this.writing = this.write(fields)
      .catch(() => undefined)
      .finally(() => {
        this.writing = undefined;
        this.start();
      });
  }
}
