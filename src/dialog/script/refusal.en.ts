import type { AnswerKey } from './refusal.ts';
import type { Lines } from './say.ts';

/** What a press is answered with when policy or state says no, English. */
export const refusal: Lines<AnswerKey> = {
  done: 'Done.',
  already: 'That has been done already.',
  'already-closed': 'This file is shut. Reopen it first.',
  'already-resolved': 'The outcome has been told already.',
  'already-taken': '{who} has this complaint. Ask for a hand-over if it should be yours.',
  'alternative-first':
    'Before the final response, offer an alternative; where there is none, the finding has to say so.',
  'amount-over-authority': 'This amount needs a higher approval.',
  'bottom-line-early':
    'A last offer comes after at least {count, plural, one {# offer was} other {# offers were}} declined.',
  'bottom-line-stands': 'The last offer has been made: nothing above it can follow.',
  'facts-missing': 'Something needed is still missing.',
  'finding-first': 'Record the finding first: outcome and validity.',
  'follow-up-first': 'Follow up first, then archive: the complainant has not answered yet.',
  'invalid-amount': 'Please give the amount with its currency, for example 120.50 CNY.',
  'invalid-date': 'Please give a date as year-month-day.',
  'letter-not-approved': 'The letter has not passed its review yet, so it cannot go out.',
  'maker-is-checker': 'Whoever proposes does not approve: another person has to decide.',
  'needs-reason': 'Please say why.',
  'no-contact': 'There is no chat to reach this complainant in. Use the phone and note the result.',
  'no-overcharge':
    'Nothing was charged too much: there is a refund only where more was charged than was due.',
  'not-authorised': 'Your role does not allow this.',
  'not-holder': 'Only the handler can do this. Take it, or ask for a hand-over.',
  'not-resolved': 'The outcome has not been told yet.',
  'not-understood-yet':
    'The matter is not understood yet: it can be handed over once the needed facts are there.',
  'nothing-to-approve': 'There is nothing to approve any more.',
  'pause-too-long':
    'That is longer than allowed. The clocks may stand still for {days, plural, one {# more day} other {# more days}}.',
  recused: 'You are named in this complaint and take no part in it.',
  'remedy-first': 'An accepted remedy still has to be carried out.',
  'same-file': 'That is this very complaint.',
  'self-hand-over': 'You hold it yourself.',
  stale: 'This has moved on meanwhile. The card shows how it stands now.',
  'unknown-complaint': 'There is no complaint with this number.',
  'unknown-person': 'You are not in the organisation file, so nothing was done.',
  wording:
    'A reader may stumble over the wording of this letter (evasion, a promise nobody approved, or a sum or date that is not in the file). Please change it, or say that it should be reviewed as it is.',
  'unknown-button': 'This button is not in use any more.',
  contact: 'Name: {name}\nPhone: {phone}\nE-mail: {email}',
  none: 'not given',
};
