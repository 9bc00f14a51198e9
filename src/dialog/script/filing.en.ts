/** English: a complaint enters the register (IN-10, IN-11, IN-14). */
export const filingEn = {
  receipt: [
    "It's on file now, number {number}.",
    'Your complaint is registered. The number is {number}, please keep it.',
    "That's all noted. Your complaint number is {number}.",
  ],
  receiptKnown: [
    "That's complete now, still under number {number}.",
    'All checked. The number stays {number}.',
  ],
  enquiryReceipt: [
    "It's on file as {number} and goes to the colleague responsible.",
    "Noted as {number}. I'm passing it to the colleague responsible.",
  ],
  next: [
    'Next, the colleague responsible looks into it and contacts you by {date} at the latest.',
    'A colleague will check what happened and get in touch with you by {date} at the latest.',
  ],
  nextUndated: 'Next, the colleague responsible looks into it and gets in touch with you.',
  legal: 'Under the rules that apply, you have our answer by {date} at the latest.',
  ways: [
    'Write “status” at any time to see where it stands, “higher” to have a more senior person look at it, or “person” to reach a colleague.',
    'For news, write “status”. To have someone more senior look at it, write “higher”. To reach a colleague, write “person”.',
  ],
  thanks: ['Thank you for telling us.', 'Thank you for taking the time to explain.'],
  calledIn: [
    "This shouldn't wait. I've registered it as {number} and I'm calling in a responsible person now. You'll hear from them by {date} at the latest.",
    "I don't want you to wait with this. It's registered as {number}, a responsible person is being called in now and will contact you by {date} at the latest.",
  ],
  calledInUndated:
    "This shouldn't wait. I've registered it as {number} and I'm calling in a responsible person now.",
  meanwhile: [
    "Meanwhile, let's get the details down, so you only have to explain once.",
    'While they come in, I will keep noting the details so they can start right away.',
  ],
  silence: [
    "You may be busy, so I've put what you told me on file as {number}. Nothing is lost.",
    'No hurry. What you told me so far is on file as {number}.',
  ],
  continueAnyTime: [
    'You can add to it whenever you like, just write here.',
    'When you have a moment, simply carry on here.',
  ],
  danger: [
    'Your safety and that of the people around you comes first. If there is danger now, please get to a safe place and call {numbers} right away.',
    'People first. If anyone is still in danger, please move away and call {numbers} at once.',
  ],
  lifeline: [
    "I'm worried about you, and you don't have to carry this alone. Please reach out to somebody you trust right now, or call {lines}: there is someone to listen. If you are in danger this minute, call {numbers}.",
    'What you say matters, and so do you. Please be with somebody you trust now, or call {lines}, where someone will listen. If it is urgent, call {numbers}.',
  ],
  dangerNoNumbers:
    'Your safety and that of the people around you comes first. If there is danger now, please get to a safe place and call your local emergency number right away.',
} as const;
