/** Answers to staff commands, English. */
export const desk = {
  none: 'Nothing found.',
  mine: 'You hold {count, plural, =0 {no complaints} one {# complaint} other {# complaints}}.',
  unclaimed: '{count, plural, one {# complaint waits} other {# complaints wait}} for somebody to take it:',
  line: '{number} · level {severity} · {type} · {stage}{next}',
  next: ' · {clock} {when}',
  found: 'Found {count, plural, one {# complaint} other {# complaints}}:',
  help: '/complaint new – record a complaint taken by phone or in the shop\n/complaint mine – what you hold\n/complaint status NUMBER – how a complaint stands\n/complaint search WORDS – find complaints',
  recorded: 'Recorded as {number}.',
  whatMissing: 'Please say what happened.',
};
