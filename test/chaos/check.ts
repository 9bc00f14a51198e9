import { latenessToldOnce, parkedTold, postedOnce, pressedOnce, repliesHeard } from './check-desk.ts';
import { chainWhole, clocksRight, firedOnce, versionsWhole } from './check-files.ts';
import {
  auditAgrees,
  connectionsBounded,
  memoryBounded,
  migratedOnce,
  nobodyDied,
  stopsInTime,
} from './check-fleet.ts';
import { changesKept, filedOnce, heardOnce, keptOnce, orderKept } from './check-messages.ts';
import type { Finding, History } from './history.ts';

const rules: readonly ((history: History) => Finding)[] = [
  keptOnce,
  filedOnce,
  orderKept,
  changesKept,
  heardOnce,
  repliesHeard,
  pressedOnce,
  postedOnce,
  parkedTold,
  firedOnce,
  latenessToldOnce,
  clocksRight,
  versionsWhole,
  chainWhole,
  auditAgrees,
  stopsInTime,
  nobodyDied,
  memoryBounded,
  connectionsBounded,
  migratedOnce,
];

/**
 * Looks at what people did and saw and at what the database holds, and says what does not fit.
 * Knows nothing of how the product works inside: it shares no code with it.
 */
export const check = (history: History): readonly Finding[] => rules.map((rule) => rule(history));
