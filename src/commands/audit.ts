import type { Config } from '../config.ts';
import { verifyChains } from '../store/audit.ts';
import { withStore } from './store.ts';
import { note, progress, say } from './terminal.ts';

/** `redress audit verify`: recomputes every event's hash; 1 when a chain is broken. */
export const auditCommand = (config: Config): Promise<number> =>
  withStore(config, async (db) => {
    const { events, complaints, erased, unproven, broken } = await verifyChains(db, (count) =>
      progress(`${count} events read`),
    );
    progress('');
    for (const { complaint, version } of broken)
      note(`✗ ${complaint}: event ${version} is not what was written`);
    say(`${events} events of ${complaints} complaints, ${broken.length} broken`);
    if (erased > 0)
      say(`${erased} of them with personal words erased, ${unproven} of those of an older form`);
    return broken.length === 0 ? 0 : 1;
  });
