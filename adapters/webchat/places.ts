import type { DeskChannel } from '../../src/terms.ts';

/** The two places of staff on the web; every other place is one complainant's session. */
export const deskChannels = ['team', 'manager'] as const satisfies readonly DeskChannel[];
