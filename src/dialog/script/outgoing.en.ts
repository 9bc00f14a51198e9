/** English: what a complainant is told when something happened to the complaint. */
export const outgoingEn = {
  offer: ["About {number}, here's what we would like to do for you:", 'Here is our proposal for {number}:'],
  offerMoney: 'Amount: {money}',
  offerDays:
    '{days, plural, =0 {If you accept, it is done the same day.} one {If you accept, it is done within one day.} other {If you accept, it is done within # days.}}',
  offerLast:
    "This is the last offer we can make. If you'd rather not accept it, other ways stay open to you, and we'll name them.",
  offerAsk: ['Would that be all right for you?', 'Would you like to accept this?'],
  carriedOut: ["It's done, as agreed for {number}:", 'What we agreed for {number} has been carried out:'],
  billingDone:
    'We are sorry: {number} is cleared up. You were charged {charged} where {due} was due, {over} too much. {refunded} has been returned to you.',
  carriedOutAfter:
    "We'll ask you in a few days whether it is really solved. If anything is off, tell me at any time.",
  followUp: [
    'May I ask how things are with {number}: is it solved for you now?',
    'A quick check on {number}: has it been solved?',
  ],
  followUpAgain: [
    "I asked about {number} before and haven't heard from you yet. Is it solved now?",
    'Once more about {number}: has it been solved for you?',
  ],
  followUpAfter: 'A press on a button or a short reply is enough, and it matters to us.',
  resolved: ["There's a result for {number}:", 'About {number}, this is the outcome:'],
  resolvedAfter: "Around {date} we'll ask you how things are. If you see it differently, just tell me here.",
  resolvedAfterUndated:
    "In a few days we'll ask you how things are. If you see it differently, just tell me here.",
  declined: [
    'We have looked at {number} carefully and are unable to take it on again, for this reason:',
    "About {number}: we've looked into it and can't take it on this time. The reason:",
  ],
  declinedAfter:
    "I know this isn't the answer you hoped for. If you disagree, tell me and someone more senior will look at it once more; and if something new comes up, we want to hear it.",
  declinedReviewed:
    "I know this isn't the answer you hoped for; someone more senior has gone through it again. If anything new comes up, tell me and it is opened again.",
  declinedWays: 'You may also turn to:',
  declinedElsewhere: 'You may also turn to a consumer body or the authority in charge.',
  archived: [
    '{number} is closed. Thank you for your patience, and do write whenever you need us.',
    "{number} is finished. Thank you for bearing with us; we're here if something comes up.",
  ],
  reopened: [
    '{number} is open again, and work on it goes on.',
    "We've reopened {number}, and the colleague responsible goes on with it.",
  ],
  reopenedBy: "You'll hear from them by {date} at the latest.",
  merged: [
    '{number} and {into} are about the same matter, so we handle them together under {into}.',
    '{number} now goes on together with {into}. Everything you told us is there; no need to repeat it.',
  ],
  speaker: [
    'From now on you speak for all who complain together in {number}, as was asked of us: our questions, offers and answers come to you here. Write “status” to see how it stands, “person” for a colleague.',
    'You now speak for everyone in {number}, at the wish of the one who did so far. What we ask, offer or find out comes to this talk. “status” shows where it stands, “person” brings a colleague.',
  ],
  formerSpeaker: [
    'It is recorded: from now on {name} speaks for all of you in {number}. You are still part of it; add what you like here, and write “status” whenever you want news.',
    'Done: {name} speaks for all of you in {number} now. You remain one of those who complain; you can go on adding things here, and “status” brings you news.',
  ],
  speakerDeclined: [
    'Thank you for telling us who should speak in {number}. It has not been changed to {name}; you go on speaking for all. The reason:',
    'We have your wish that {name} speaks for all in {number}. It stays with you this time, for this reason:',
  ],
  speakerDeclinedAfter:
    'Nothing else changes, and news comes to you here as before. If you would like somebody else to speak, or things change, just tell me: whom you choose among yourselves is up to you.',
  speakerStays: [
    'It was suggested that you speak for all in {number}. It stays as it is, and there is nothing you need to do. You are still part of it; add what you like here, and write “status” whenever you want news.',
    'Somebody wished that you speak for everyone in {number}. It stays with the one who did so, and there is nothing for you to do. You can go on adding things here, and “status” brings you news.',
  ],
  wordReturned: [
    'You speak for all in {number} again; the change that we had recorded is undone. We are sorry for the back and forth. The reason:',
    'In {number} the word is back with you: we have undone the change, and are sorry for the trouble. The reason:',
  ],
  wordReturnedAfter:
    'Our questions, offers and answers come to you here again. If that is not what you all want, just tell me and we put it right.',
  wordReleased: [
    'From now on {name} speaks for all in {number} again. Thank you for having taken it on. The reason:',
    'Thank you for speaking for the others. In {number} the word goes back to {name}, for this reason:',
  ],
  wordReleasedAfter:
    'You are still part of it and everything you told us stays; add what you like here. If this seems wrong to you, write “person” for a colleague.',
  another: 'another of you',
  talkTaken: [
    '{who} is here for you now and can see everything above, so there is no need to repeat it.',
    '{who} has joined and has read what you wrote. Just carry on.',
  ],
  talkReturned: [
    "My colleague is off seeing to your matter, so it's me, the bot, again. Write “person” to reach a colleague.",
    "It's the bot here again. Write whatever you need, or “person” to reach a colleague.",
  ],
  colleague: 'A colleague',
} as const;
