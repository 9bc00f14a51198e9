import type { Consent, Statement } from '../complaint/commands.ts';
import type { Party } from '../complaint/further-commands.ts';
import { type FactEvidence, type Facts, noFacts } from '../policy/facts.ts';
import type { Instant, Locale } from '../terms.ts';
import type { Proposal } from '../triage/model-proposal.ts';
import type { DetailName, Details } from '../triage/understanding.ts';

/** What the next words of the complainant are most likely an answer to. */
export type Awaiting =
  | { readonly ask: 'detail'; readonly detail: DetailName }
  | { readonly ask: 'confirm' }
  | { readonly ask: 'correction' }
  | { readonly ask: 'withdraw'; readonly reason: string }
  /** Same matter or a new one; what was said waits in `held`. */
  | { readonly ask: 'matter' }
  /** Shall it be filed; what was said waits in `held`. */
  | { readonly ask: 'file'; readonly nature: 'complaint' | 'enquiry' }
  | { readonly ask: 'rating' }
  /** Who complains with them, who speaks for all, whether another agrees (IN-13). */
  | { readonly ask: OtherQuestion }
  /** Under which name they join those who complain together. */
  | { readonly ask: 'join' }
  | { readonly ask: 'leave' }
  /** Our last word stands: something new, a look from above, or another matter (S1.14). */
  | { readonly ask: 'standing' }
  | { readonly ask: 'new-facts' };

/** Questions about those who are in it besides the complainant. */
export type OtherQuestion = 'parties' | 'representatives' | 'consent';

/** Who else is in it: asked once, never insisted on (IN-13). */
export interface Others {
  readonly parties: readonly Party[];
  /** What was asked; 'too-many' once a list of representatives was longer than the rules allow. */
  readonly asked: readonly (OtherQuestion | 'too-many')[];
  readonly consent: Consent | null;
  /** Said for a group at first, and then that it is only them. */
  readonly alone: boolean;
  /** What staying unnamed means was said. */
  readonly unnamedTold: boolean;
}

/** A message changed or deleted afterwards. */
export interface Amendment {
  readonly statementId: string;
  readonly text: string | null;
  readonly at: Instant;
}

/** A model's proposal with the prompt it was asked with. */
export type FiledProposal = Proposal & { readonly promptHash: string };

/** What was told so far, word for word and as understood. */
export interface Told {
  /** When the first complaining message reached us (IN-10); null until one did. */
  readonly receivedAt: Instant | null;
  /** Oldest first, as first said. */
  readonly statements: readonly Statement[];
  /** Words changed or taken back before they were on file; `text` null when taken back (IN-8). */
  readonly amendments: readonly Amendment[];
  readonly details: Details;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
  /** A worse grade a model proposed, until it is in the file; absent when none did. */
  readonly proposal?: FiledProposal;
}

/** A complaint while it is being told. */
export interface Intake extends Told {
  /** Set when it was filed before the talk ended; what is told later is added to that file. */
  readonly number: string | null;
  /** Details the complainant does not know or does not wish to tell: 'not stated' is a value. */
  readonly notStated: readonly DetailName[];
  readonly asked: readonly DetailName[];
  /** Feelings were named and the apology was made: never again for this complaint (DI-1). */
  readonly soothed: boolean;
  /** The small favour was asked (DI-8). */
  readonly favoured: boolean;
  /** The safety words were said (IN-14). */
  readonly warned: boolean;
  /** Silence was answered; it is not answered twice. */
  readonly silent: boolean;
  readonly anonymous: boolean;
  /** The person complained for, in the complainant's words; null when it is their own matter (IN-13). */
  readonly onBehalfOf: string | null;
  /** Absent in intakes begun before there was such a thing. */
  readonly others?: Others;
  /** Questions of theirs that only a colleague can answer; absent when there are none. */
  readonly toAnswer?: readonly string[];
}

/** What a talk remembers from turn to turn: one versioned JSON row. */
export interface DialogState {
  readonly v: 1;
  /** Turns so far: with the talk's id the seed of all wording. */
  readonly turn: number;
  /** Said that it is a bot, how to reach a person and where the privacy notice is (IN-3). */
  readonly greeted: boolean;
  /** Language asked for in so many words; it outweighs what a text looks like. */
  readonly chosenLocale: Locale | null;
  readonly intake: Intake | null;
  readonly awaiting: Awaiting | null;
  /** Words not yet in any file; forgotten after an hour without a complaint. */
  readonly held: Told | null;
  /** Move of the last answer, so that the same one is not given twice in a row. */
  readonly lastMove: string;
}

/** The state of a talk in which nothing was said. */
export const newDialog = (): DialogState => ({
  v: 1,
  turn: 0,
  greeted: false,
  chosenLocale: null,
  intake: null,
  awaiting: null,
  held: null,
  lastMove: '',
});

/** Nothing told yet. */
export const nothingTold: Told = {
  receivedAt: null,
  statements: [],
  amendments: [],
  details: {},
  facts: noFacts,
  evidence: {},
};

/** Nobody else in it, and nothing asked about it. */
export const noOthers: Others = {
  parties: [],
  asked: [],
  consent: null,
  alone: false,
  unnamedTold: false,
};

/** An intake that begins with what was told before it, if anything. */
export const newIntake = (told: Told = nothingTold): Intake => ({
  ...told,
  number: null,
  notStated: [],
  asked: [],
  soothed: false,
  favoured: false,
  warned: false,
  silent: false,
  anonymous: false,
  onBehalfOf: null,
  others: noOthers,
});
