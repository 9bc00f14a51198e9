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
  'authority-first':
    'The complainant speaks for somebody else, and nobody has confirmed that they may. This text holds a number or an address that they did not give us themselves. Confirm the authority first, or leave it out.',
  'complainant-withdrew':
    'The complainant has withdrawn and is not written to any more. Record what you found and end the file.',
  'final-stands': 'The final answer stands. New facts open the matter again.',
  'too-many-representatives':
    'At most {count, plural, one {# person} other {# people}} may speak for a joint complaint. The complainants choose who.',
  'bottom-line-early':
    'A last offer comes after at least {count, plural, one {# offer was} other {# offers were}} declined.',
  'budget-spent':
    '“{budget}” has only {left} left for this period, this would pass it, and nobody stands higher to approve it. Please lower the amount, or have the budget changed first.',
  'bottom-line-stands': 'The last offer has been made: nothing above it can follow.',
  'facts-missing': 'Something needed is still missing.',
  'finding-first': 'Record the finding first: outcome and validity.',
  'follow-up-first': 'Follow up first, then archive: the complainant has not answered yet.',
  'invalid-amount': 'Please give the amount with its currency, for example 120.50 CNY.',
  'invalid-date': 'Please give a date as year-month-day.',
  'letter-glyphs':
    'These characters cannot be drawn in the PDF: {characters}. Please write them another way, or send the letter as text.',
  'letter-not-approved': 'The letter has not passed its review yet, so it cannot go out.',
  'maker-is-checker': 'Whoever proposes does not approve: another person has to decide.',
  'names-somebody':
    'What is published names neither the complainant nor staff, no contact and no complaint number. Please put it without names (also where the unit stands).',
  'needs-reason': 'Please say why.',
  'no-contact': 'There is no chat to reach this complainant in. Use the phone and note the result.',
  'no-overcharge':
    'Nothing was charged too much: there is a refund only where more was charged than was due.',
  'not-authorised': 'Your role does not allow this.',
  'not-holder': 'Only the handler can do this. Take it, or ask for a hand-over.',
  'not-joined':
    'That person has not joined this complaint in a talk of their own, or has left it. They need the code to join first.',
  'not-offered':
    '“{field}”: what came back is not one of the choices shown, or is no longer one. Nothing was changed. Please open the form again and choose from the list.',
  'not-resolved': 'The outcome has not been told yet.',
  'not-understood-yet':
    'The matter is not understood yet: it can be handed over once the needed facts are there.',
  'nothing-to-approve': 'There is nothing to approve any more.',
  'pause-too-long':
    'That is longer than allowed. The clocks may stand still for {days, plural, one {# more day} other {# more days}}.',
  recused: 'You are named in this complaint and take no part in it.',
  'remedy-first':
    '{status, select, proposed {A remedy still waits for its approval.} offered {An offer is with the complainant and not answered yet.} other {An accepted remedy still has to be carried out.}}',
  'same-file': 'That is this very complaint.',
  'self-hand-over': 'You hold it yourself.',
  stale: 'This has moved on meanwhile. The card shows how it stands now.',
  'unknown-complaint': 'There is no complaint with this number.',
  'unknown-person': 'You are not in the organisation file, so nothing was done.',
  withheld: 'The complainant wishes to stay unnamed: nobody sees their name or how to reach them.',
  wording:
    'A reader may stumble over this wording:\n{found}\nPlease change it, or say that it should go as it is.',
  'unknown-thread':
    'This thread belongs to no complaint, so nothing of it is kept. Please write in the thread under the complaint’s card.',
  'unknown-button': 'This button is not in use any more.',
  contact: 'Name: {name}\nPhone: {phone}\nE-mail: {email}',
  none: 'not given',
  speaks: 'speaks',
};
