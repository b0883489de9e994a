interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

interface TogetherOptions<Input, Output> {
  /** Runs all inputs in order, in one transaction: all of them or none. Answers in the same order. */
  readonly runAll: (inputs: readonly Input[]) => Promise<readonly Output[]>;
  readonly weigh: (input: Input) => number;
  /** Of one transaction; a heavier input goes alone. */
  readonly maxWeight: number;
  /** Resolves after all that has reached this process by now was handed in. */
  readonly nextTurn: () => Promise<unknown>;
}

/**
 * Group commit: what arrives while a transaction is on its way to the disk shares the next one, since waiting
 * for the disk is most of what a small transaction does. Each call resolves after its own commit. When a
 * group fails, each of it is run again alone, so that none fails for another's sake.
 */
export function runTogether<Input, Output>({
  runAll,
  weigh,
  maxWeight,
  nextTurn,
}: TogetherOptions<Input, Output>): (input: Input) => Promise<Output> {
  const waiting: Waiting<Input, Output>[] = [];
  let isRunning = false;

  function takeGroup(): Waiting<Input, Output>[] {
    let weight = 0;
    const overfull = waiting.findIndex(({ input }, index) => {
      weight += weigh(input);
      return index > 0 && weight > maxWeight;
    });
    return waiting.splice(0, overfull < 0 ? waiting.length : overfull);
  }

  async function settle(group: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const outputs = await runAll(group.map(({ input }) => input));
      if (outputs.length !== group.length) throw new Error('Not every input was answered');
      for (const [index, { resolve }] of group.entries()) resolve(outputs[index] as Output);
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else for (const one of group) await settle([one]);
    }
  }

  async function runWaiting(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      await nextTurn();
      await settle(takeGroup());
    }
    isRunning = false;
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (!isRunning) void runWaiting();
    });
}
