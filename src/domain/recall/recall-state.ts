import { isObject, type Json } from '../json.ts';
import { textOf } from '../person.ts';

/** What the spaced recall of somebody knows, as it lies in `person.recall`. */
export interface RecallState {
  /** When to ask again, ISO 8601. */
  readonly due: string;
  /** Days until nine of ten would be remembered no more. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** How often it was answered. */
  readonly reps: number;
  /** How often it had gone. */
  readonly lapses: number;
  /** New, learning, review, learning anew. */
  readonly state: number;
  /** Of the learning, in one day; none is used here. */
  readonly steps: number;
  /** When it was answered last, ISO 8601. */
  readonly seenAt: string;
}

const counts = ['reps', 'lapses', 'state', 'steps'] as const;

/** Total: a value of another shape reads as absent, as if nobody had been asked yet. */
export function jsonToRecall(value: Json | undefined): RecallState | undefined {
  if (!isObject(value)) return undefined;
  const [due, seenAt] = [textOf(value['due']), textOf(value['seenAt'])];
  const { stability, difficulty } = value;
  const [reps = 0, lapses = 0, state = 0, steps = 0] = counts.map((key) => countOf(value[key]));
  if (Number.isNaN(Date.parse(due)) || Number.isNaN(Date.parse(seenAt))) return undefined;
  if (typeof stability !== 'number' || typeof difficulty !== 'number' || state > 3) return undefined;
  if (!(stability > 0) || !(difficulty >= 1)) return undefined;
  return { due, stability, difficulty, reps, lapses, state, steps, seenAt };
}

function countOf(value: Json | undefined): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}
