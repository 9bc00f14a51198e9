import type { Config } from '../config.ts';
import { erasePerson, liftHold, placeHold } from '../store/privacy.ts';
import { findOne } from './export.ts';
import { withStore } from './store.ts';
import { InputError, note, say } from './terminal.ts';

const refusals = {
  'legal-hold': 'There is a legal hold:',
  'open-complaint': 'Still open; close, decline or let it be withdrawn first:',
} as const;

/** `redress erase --complainant …`: takes one person's data out of every table and keeps the figures; 1 when refused. */
export const eraseCommand = (config: Config, asked: string | undefined): Promise<number> =>
  withStore(config, async (db) => {
    const id = await findOne(db, asked);
    const at = new Date().toISOString();
    const outcome = await db.transaction().execute((tx) => erasePerson(tx, { id, at }));
    if ('refused' in outcome) {
      note(`${refusals[outcome.refused.reason]} ${outcome.refused.detail}`);
      return 1;
    }
    const { erased, left } = outcome;
    say(JSON.stringify({ complainant: id, at, erased, left }));
    if (left.length > 0)
      note(
        `What others said of them is theirs and stays, in ${left.length} places listed under 'left': look at each, and amend what must not stay.`,
      );
    note('What Slack and Telegram show of it must be deleted there, and older backups still hold it.');
    return 0;
  });

/** `redress hold --complainant … --reason TEXT | --lift`: keeps a person's records whatever happens, until lifted. */
export const holdCommand = (
  config: Config,
  given: {
    readonly complainant?: string | undefined;
    readonly reason?: string | undefined;
    readonly lift?: boolean | undefined;
  },
): Promise<number> =>
  withStore(config, async (db) => {
    const id = await findOne(db, given.complainant);
    if (given.lift) {
      say((await liftHold(db, id)) ? `The hold on ${id} is lifted.` : `There was no hold on ${id}.`);
      return 0;
    }
    if (!given.reason) throw new InputError('hold needs --reason TEXT, or --lift');
    await placeHold(db, { id, reason: given.reason, at: new Date().toISOString() });
    say(`${id} is under a legal hold.`);
    return 0;
  });
