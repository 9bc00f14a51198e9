/** Linking two talks of one person, English. */
export const link = {
  code: 'To go on with this on another channel, write there: link {code}\nThe code works once, for {minutes} minutes. Only you should see it.',
  linked: 'Done: both talks are yours now, and I know your complaint {number} here too.',
  linkedNone: 'Done: both talks are yours now.',
  elsewhere: 'Your other talk has been linked with this one.',
  inPrivate: 'Thank you, I have written to you privately.',
  unknownJoin:
    'This code does not work, or no longer does. Please ask the others for it once more; or simply tell me what happened.',
  unknown: 'This code is not valid, or no longer. Write “link” in your other talk to get a new one.',
};
