import type { Instant } from '../../src/terms.ts';

/** One workspace (or, organisation-wide, one enterprise) that has installed the app. */
export interface Installation {
  /** Slack's team id, or its enterprise id when the whole organisation installed us. */
  readonly workspace: string;
  readonly name: string;
  /** The organisation the workspace belongs to. */
  readonly enterprise?: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  /** Set when Slack rotates tokens: the bot token ends then, and the refresh token makes the next, once. */
  readonly refreshToken?: string;
  readonly expiresAt?: Instant;
  readonly installedAt: Instant;
}

/**
 * Keeps installations. Tokens are handed over as they are: whoever implements this encrypts them at rest.
 * Throws Fault `database-unavailable`, so that an event of an unknown workspace is sent again, not dropped.
 */
export interface Installations {
  /** Stores or replaces by `workspace`. */
  store(installation: Installation): Promise<void>;
  fetch(workspace: string): Promise<Installation | null>;
  /** The one installed first: its workspace holds our own channels where no fixed token is set. */
  first(): Promise<Installation | null>;
  /** Forgets the tokens. Quiet when there are none. */
  delete(workspace: string): Promise<void>;
}
