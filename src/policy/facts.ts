import type { Emotion, Want } from '../terms.ts';

/**
 * The documented facts that a pack's conditions may use.
 * The first group is read from the complainant's words, the second from the register, the third set by staff.
 */
export interface Facts {
  /** Media exposure threatened or likely (reporters, 曝光, posts that are spreading). */
  readonly media: boolean;
  /** Already public: posted, filmed, reported. */
  readonly published: boolean;
  /** Exposure would seriously harm reputation: deceit, bribes, leaked data, danger, a demonstration. */
  readonly reputation: boolean;
  /** Legal action threatened or begun. */
  readonly legal: boolean;
  /** A suit or joint legal action by a group is spoken of. */
  readonly groupSuit: boolean;
  /** A regulator, authority or consumer body is threatened or involved. */
  readonly regulator: boolean;
  /** A regulator or authority has already taken it up: an inquiry, a visit, a forwarded complaint. Not set means no. */
  readonly regulatorActs?: boolean;
  /** 0 none, 1 a risk or minor harm, 2 danger to life or health now. */
  readonly safety: 0 | 1 | 2;
  /** People affected or complaining together; null when not stated. */
  readonly people: number | null;
  /** Households affected or complaining together; null when not stated. */
  readonly households: number | null;
  /** Said for a group. */
  readonly collective: boolean;
  /** An occupation, demonstration, banner, blockade: done or planned. */
  readonly demonstration: boolean;
  /** Says it was complained of before. */
  readonly repeat: boolean;
  /** Bribe, kickback or corruption suspected. */
  readonly bribe: boolean;
  /** Deceit, concealment or misleading sale. */
  readonly deceit: boolean;
  /** Personal data leaked or sold. */
  readonly leak: boolean;
  /** Staff take it out on the complainant. */
  readonly retaliation: boolean;
  /** A child, old, ill, pregnant or disabled person is affected. */
  readonly vulnerable: boolean;
  /** The cause lies with another company or supplier (S0.6). */
  readonly supplier: boolean;
  /** Came to us through headquarters, a distributor or another body above us (S2.1). Not set means no. */
  readonly passedDown?: boolean;
  /** Wishes to go higher (ES-3). */
  readonly wantsHigher: boolean;
  readonly emotion: Emotion;
  readonly wants: readonly Want[];
  /** Largest amount in dispute, minor units; null when none is stated. */
  readonly amountMinor: number | null;

  /** Same complaint by different complainants in the pack's window, this one included. */
  readonly sameComplainants: number;
  /** Times this complainant brought the same problem again after it was handled. */
  readonly repeatsAfterHandling: number;
  /** Whole days since receipt that it is unresolved for our own reasons. */
  readonly unresolvedDays: number;
  /** Times it was reopened. */
  readonly reopenings: number;

  /** Departments needed, the responsible one included. */
  readonly departments: number;
  /** Complaint type in the pack's tree. */
  readonly type: string;
  readonly complainantKind: 'consumer' | 'business' | 'partner';
}

/** Name of one fact. */
export type FactName = keyof Facts;

/** The words a fact was read from, as they stand in the text. */
export type FactEvidence = Partial<Readonly<Record<FactName, string>>>;

/** Facts of a text that says nothing. */
export const noFacts: Facts = {
  media: false,
  published: false,
  reputation: false,
  legal: false,
  groupSuit: false,
  regulator: false,
  regulatorActs: false,
  safety: 0,
  people: null,
  households: null,
  collective: false,
  demonstration: false,
  repeat: false,
  bribe: false,
  deceit: false,
  leak: false,
  retaliation: false,
  vulnerable: false,
  supplier: false,
  passedDown: false,
  wantsHigher: false,
  emotion: 'neutral',
  wants: [],
  amountMinor: null,
  sameComplainants: 1,
  repeatsAfterHandling: 0,
  unresolvedDays: 0,
  reopenings: 0,
  departments: 1,
  type: 'other',
  complainantKind: 'consumer',
};
