/** English: everything that is not a complaint being told. */
export const everydayEn = {
  introduction:
    "I'm the complaints bot. To reach a colleague at any time, write “person”. Privacy notice: {privacyUrl}",
  hello: [
    "Hello. Tell me what went wrong, or what you'd like to know.",
    "Hello. If something isn't right, just tell me about it here.",
  ],
  smalltalk: ["I'm here. Go ahead.", "I'm listening, tell me what's on your mind."],
  help: 'Just tell me what happened; I put it on file and pass it to a colleague. Write “status” for news, “higher” for a more senior person, “person” to reach a colleague, “中文” for Chinese.',
  welcome: ["You're welcome. I'm here if you need anything.", 'Any time. Just write if something comes up.'],
  fine: ['All right.', "Good, I'm here if you need me."],
  goodbye: ['Goodbye, and all the best.', 'Take care. Write whenever you need us.'],
  added: [
    "Thanks, that's added to {number} and the colleague responsible can see it.",
    "Noted. It's now part of {number}.",
    'Got it, my colleague will see that straight away.',
    "That's in the file as well, thank you.",
  ],
  addedFile: [
    'I have your file. It is now part of {number} and my colleague can see it.',
    'Your file arrived and is kept with {number}.',
  ],
  feltAgain: [
    'I can see this is still weighing on you. What you wrote is in {number} now.',
    'I understand how you feel about this. Your words are in {number}, exactly as you put them.',
  ],
  praise: [
    "Thank you, that's lovely to hear.",
    'Thank you for taking the time to say so. It means a lot to the people who did the work.',
  ],
  suggestion: ["Thank you, that's a good idea.", 'That is useful, thank you for thinking of us.'],
  suggestionAsk: 'Shall I put it on file for the colleague responsible?',
  suggestionLabel: 'Pass it on',
  standardOffer: [
    "If that doesn't settle it, I can put it on file so that a colleague looks into it.",
    'If you need more than that, I can register it and a colleague will follow up.',
  ],
  noAnswer: [
    "I can't give you a reliable answer to that, but a colleague can. Shall I pass it on?",
    "I'd rather not guess at this one. A colleague can answer it properly. Shall I put it on file for them?",
  ],
  passedOn: [
    "The colleague responsible can answer that properly, so I've passed it on.",
    "I don't want to guess, so your question is with the colleague responsible now.",
  ],
  fileLabel: 'Put it on file',
  unsure: [
    "I want to be sure I understand. Has something gone wrong that you'd like to complain about?",
    "Sorry, I didn't quite follow. Would you like to tell us about something that went wrong?",
  ],
  abuse: [
    "I can hear how upset you are. Tell me what happened and I'll get it to a colleague who can deal with it.",
    "You're angry, and I'm listening. Tell me about it; I'll write it down as you say it and pass it on.",
  ],
  abuseOpen: [
    'I hear you. Your complaint is on file as {number}, and the colleague responsible will see what you wrote.',
    'I have put your words into {number}, where the colleague responsible will read them.',
  ],
  personCalled: [
    "Of course. I'm calling a colleague now (number {number}). You'll hear from them by {date} at the latest.",
    'Sure, a colleague is being asked to come in now. Your number is {number}, and they will contact you by {date} at the latest.',
  ],
  personCalledUndated: "Of course. I'm calling a colleague now. Your number is {number}.",
  personMeanwhile: [
    'If you like, tell me what happened while you wait, so you only have to say it once.',
    'Anything you write here meanwhile will be in front of them when they join.',
  ],
  personAgain: [
    'A colleague has been told and is on it, under {number}.',
    "I've reminded my colleagues once more, under {number}.",
  ],
  higherAsked: [
    "Of course. I've asked a more senior person to look at {number}, and they will get back to you.",
    'Understood. {number} is now with someone more senior as well.',
  ],
  higherAskedBy: [
    "Of course. I've asked a more senior person to look at {number}; you have their answer by {date} at the latest.",
    'Understood. {number} is now with someone more senior as well, and they answer you by {date} at the latest.',
  ],
  higherAgain: [
    "{number} is already with a more senior person, who answers you by {date} at the latest. I've reminded them.",
    "Someone more senior has {number} and owes you an answer by {date}; I've nudged them again.",
  ],
  withdrawAsk: [
    "Would you like to withdraw {number}? It's entirely up to you. We'd stop working on it, and you could bring it back at any time.",
    'Just to be sure: shall I withdraw {number}? Either way is fine and you need not give a reason; if you change your mind later, we take it up again.',
  ],
  withdrawAskJoint: [
    '{number} belongs to all of you, and withdrawing it would end it for everyone. Would you like to do that? You can bring it back at any time.',
    'Just to be sure: shall I withdraw {number}, which you share with others? Work on it would stop for all of you; it can always be taken up again.',
  ],
  withdrawLabel: 'Withdraw it',
  keepLabel: 'Keep it open',
  withdrawn: [
    'All right, {number} is withdrawn. If you change your mind, just write to me.',
    "{number} is withdrawn, as you wished. You're welcome back any time.",
  ],
  withdrawnKept: [
    "All right, {number} is withdrawn. There's nothing more for you to do and we won't write to you about it. What you told us concerns people's safety, so we look into that part ourselves. You're welcome back any time.",
    "{number} is withdrawn, as you wished, and we won't trouble you with it. Since someone's safety may be at stake, we still check that on our own. If you change your mind, just write.",
  ],
  withdrawnAsk: [
    'You withdrew {number} earlier. Shall we take it up again, or is this something new?',
    'Is this about {number}, which you had withdrawn, or a different matter?',
  ],
  takeUpLabel: 'Take it up again',
  dropAsk: [
    'Shall we leave it there, with nothing registered?',
    'Do you mean that nothing should be registered after all?',
  ],
  dropLabel: "Don't register it",
  goOnLabel: 'Carry on',
  droppedIntake: [
    "All right, nothing is put on file. If you'd like to come back to it, just write.",
    "That's fine, I won't register it. You can tell me about it any time.",
  ],
  kept: ['All right, we carry on with {number}.', 'Good, {number} stays open and work goes on.'],
  matterAsk: [
    'Is this part of {number}, or something new?',
    'Just so I file it in the right place: does this belong to {number}, or is it a separate matter?',
  ],
  sameLabel: 'The same matter',
  newLabel: 'Something new',
  newMatter: ["All right, I'll register this one separately.", 'Understood, this gets its own file.'],
  closedAsk: [
    '{number} was closed earlier. Is that matter still not settled, or is this something new?',
    'Your earlier complaint {number} is closed. Is this the same matter still open for you, or a new one?',
  ],
  reopenLabel: "It's still not solved",
  standing: [
    "You've had our final answer on {number}, and it still stands. I know it isn't what you hoped for; what you just wrote is in the file.",
    "Our final answer on {number} hasn't changed. I understand you're not happy with it, and I've put your words into the file.",
  ],
  standingWays: 'These ways are open to you outside our house:',
  standingAsk:
    "If there's something we didn't know then, such as a receipt, a photo or something that happened since, tell me and it is opened again. Is there anything new?",
  standingReview: 'If you think the answer is wrong, someone more senior can look at it once more.',
  newFactsLabel: "There's something new",
  otherMatterLabel: 'A different matter',
  reviewLabel: 'Have it reviewed',
  newFactsAsk: [
    "Please go ahead: what's new? Photos or papers are welcome too.",
    'What has come up that we did not know? Send papers or photos along if you have them.',
  ],
  newFactsTaken: [
    'Noted. With this, {number} is open again and the colleague responsible will check it.',
    "Thank you, that's in {number} now; it has been opened again and a colleague will look into it.",
  ],
  reviewTaken: [
    'All right, {number} is open again for a more senior person to review; you have their answer by {date} at the latest.',
    'Understood. Someone more senior will go through {number} once more and answer you by {date} at the latest.',
  ],
  empty: [
    'That message came through empty. Could you send it once more?',
    'I received a blank message. Would you try again?',
  ],
  emoji: [
    'I see how you feel. You can tell me more in words if you like.',
    'Thanks for the sign. If you like, write what happened.',
  ],
  filesOnly: [
    'I have your file. Could you say in a sentence or two what it is about?',
    'Your file arrived. What does it show?',
  ],
  long: "You've explained this at length, and every word is kept.",
  otherLanguage:
    'I can talk in English and Chinese; your words are kept as they are. 我可以用英文和中文交流，您写的话会原样保留。',
  refusedTooLarge: '“{name}” is too large for me to take. A smaller version or several parts will work.',
  refusedType: "I can't take “{name}” in that format. A picture or a PDF works.",
  refusedUnavailable: "“{name}” didn't reach me. Please send it once more.",
  switched: "Of course, I'll go on in English.",
  spent: [
    "That button has been used already. Just write what you'd like to say.",
    'That button no longer works; simply tell me here.',
  ],
  askAway: ['Of course, please tell me.', 'Please go ahead, what would you like to know?'],
  startTelling: ['Of course. What happened?', 'Go ahead. What happened?'],
  noComplaint: [
    "I don't see a complaint from you yet. If something went wrong, just tell me about it.",
    "There's no complaint on file for you so far. You can tell me about it right here.",
  ],
  statusLabel: 'Status',
  personLabel: 'Reach a colleague',
  higherLabel: 'Someone senior',
} as const;
