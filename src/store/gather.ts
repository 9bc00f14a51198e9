import type { Tx } from './database.ts';

/** One statement for what several callers ask; answers in the order of the asks. */
type Many<Ask, Answer> = (tx: Tx, asks: readonly Ask[]) => Promise<readonly Answer[]>;

interface Pending<Ask, Answer> {
  readonly ask: Ask;
  readonly give: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** How a handle is shared: how many statements of a kind may be under way at once, and what follows a failed one. */
interface Sharing {
  readonly underWay: number;
  /** Outside a transaction a failed statement did nothing: each ask is then tried alone, so that a bad one fails only its caller. */
  readonly thenAlone: boolean;
}

const mostAtOnce = 200;
const shared = new WeakMap<Tx, Sharing>();

const answer = async <Ask, Answer>(
  many: Many<Ask, Answer>,
  tx: Tx,
  batch: readonly Pending<Ask, Answer>[],
): Promise<void> => {
  try {
    const answers = await many(
      tx,
      batch.map(({ ask }) => ask),
    );
    for (const [index, one] of batch.entries()) one.give(answers[index] as Answer);
  } catch (error) {
    if (batch.length > 1 && shared.get(tx)?.thenAlone) for (const one of batch) await answer(many, tx, [one]);
    else for (const one of batch) one.fail(error);
  }
};

const rounds = new WeakMap<Tx, (() => unknown)[]>();

/** Runs once all others had their turn to ask too; what was asked of one handle until then leaves together. */
const inNextRound = (tx: Tx, run: () => unknown): void => {
  const waiting = rounds.get(tx);
  if (waiting) return void waiting.push(run);
  const round = [run];
  rounds.set(tx, round);
  setImmediate(() => {
    rounds.delete(tx);
    for (const one of round) one();
  });
};

/** Collects what several callers ask, then asks for all of them. */
const collector = <Ask, Answer>(many: Many<Ask, Answer>, tx: Tx, { underWay }: Sharing) => {
  let waiting: Pending<Ask, Answer>[] = [];
  let running = 0;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      await answer(many, tx, batch);
    }
    running -= 1;
  };
  return (ask: Ask): Promise<Answer> =>
    new Promise((give, fail) => {
      waiting.push({ ask, give, fail });
      if (running >= underWay) return;
      running += 1;
      inNextRound(tx, run);
    });
};

/**
 * Makes a query of one ask out of a statement for many. On a shared handle what several callers ask at the same time goes
 * to the server together: a turn costs a round trip less for every other turn that is under way.
 */
export const gathered = <Ask, Answer>(many: Many<Ask, Answer>): ((tx: Tx, ask: Ask) => Promise<Answer>) => {
  const collectors = new WeakMap<Tx, (ask: Ask) => Promise<Answer>>();
  return async (tx, ask) => {
    const sharing = shared.get(tx);
    if (!sharing) return (await many(tx, [ask]))[0] as Answer;
    const known = collectors.get(tx);
    if (known) return known(ask);
    const made = collector(many, tx, sharing);
    collectors.set(tx, made);
    return made(ask);
  };
};

/** Lets callers that know nothing of each other share statements on the database itself. */
export const shareDatabase = (db: Tx): void => void shared.set(db, { underWay: 2, thenAlone: true });

/** Lets several pieces of work in one transaction share statements. A failed one fails all of them: they are then done alone. */
export const shareTransaction = (tx: Tx): void => void shared.set(tx, { underWay: 1, thenAlone: false });

/** What fails only because something before it in the transaction did. */
const isAftermath = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '25P02';

/**
 * Waits until all have ended, also when one fails; then throws what failed, not what failed in its wake.
 * Nothing may still be on its way to a transaction when that ends: it would be written outside it.
 */
export const allEnded = async <Result>(work: readonly Promise<Result>[]): Promise<readonly Result[]> => {
  const ended = await Promise.allSettled(work);
  const failures = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length > 0) throw failures.find((error) => !isAftermath(error)) ?? failures[0];
  return ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
};
