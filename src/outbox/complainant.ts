import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint, Remedy } from '../complaint/state.ts';
import {
  carriedOutText,
  declinedText,
  followUpText,
  offerText,
  rateLabel,
  reopenedText,
  resolvedText,
  staffReplyText,
  talkReturnedText,
  talkTakenText,
} from '../dialog/script/complainant.ts';
import type { DialogAction } from '../dialog/talk.ts';
import type { Locale } from '../terms.ts';
import { formatMoney, formatPerson } from './format.ts';
import type { PlannedButton, PlannedMessage, Setting } from './plan.ts';
