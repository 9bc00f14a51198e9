import { setTimeout as wait } from 'node:timers/promises';

/** One of the crowd and the one thing they say in a turn. */
export interface Said {
  readonly person: number;
  readonly turn: number;
  readonly text: string;
}

/** One answer as it stands before a complainant: its outbox id where the transport keeps one, else its words. */
export interface Heard {
  readonly id?: string;
  readonly text: string;
}

/** A transport under stress: carries what people say, insisting as the real one does, and breaks things on the way. */
export interface Line {
  readonly env: Readonly<Record<string, string>>;
  /** Whether the transport itself may bring two messages of one person in the wrong order. */
  readonly swaps: boolean;
  /** Where a person's talk stands in our database. */
  place(person: number): string;
  /** Before anybody speaks; `url` always gives the product's address of now. */
  open(people: number, url: () => string): Promise<void>;
  /** Resolves when the transport counts it as delivered; `again` brings it twice. */
  deliver(said: Said, again?: boolean): Promise<void>;
  /** Changes what was said in that turn; null where the transport knows no changes. Resolves as `deliver` does. */
  readonly change: ((said: Said, before: string) => Promise<void>) | null;
  /** Presses the newest button of this label, until the press is taken; false when none is shown. */
  press(person: number, label: string): Promise<boolean>;
  /** Makes the next call go wrong in one of the transport's ways; gives the way's name. */
  disturb(chance: number): string;
  /** Resolves in the middle of an answer: the moment to kill. */
  midAnswer(): Promise<void>;
  heard(person: number): Promise<readonly Heard[]>;
  close(): Promise<void>;
}

/** The same chances every run. */
export const chances = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/** One of a list by a chance. */
export const pick = <One>(list: readonly One[], chance: number): One => {
  const one = list[Math.floor(chance * list.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
};

/** Waits until something is so. */
export const until = async (
  what: string,
  holds: () => Promise<boolean> | boolean,
  withinMs: number,
): Promise<void> => {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not so within ${withinMs} ms: ${what}`);
    await wait(100);
  }
};
