/** English: questions of the intake, one a turn (DI-2, IN-5). */
export const questionsEn = {
  narrative: ['Take your time. What happened?', 'Could you tell me what happened?'],
  when: ['Roughly when did this happen?', 'Do you remember which day it was? A rough date is fine.'],
  where: ['Where did this happen? A shop or a place is enough.', 'Which shop or place was it?'],
  whereNow: ['Where are you now, and is everyone safe?', 'Tell me where you are: is everybody safe?'],
  subject: [
    'Which product, project or service is it about?',
    'What is it about: which product, project or service?',
  ],
  order: [
    'Do you have an order or contract number? Skip it if not.',
    'Is there an order or contract number? It makes things quicker to look up.',
  ],
  wanted: [
    'What would you like us to do?',
    'What outcome would feel right to you?',
    'How would you like this to be put right?',
  ],
  name: ['What name should we use for you?', 'May I ask your name?'],
  phone: [
    'Is there a phone number my colleague can reach you on?',
    'Which phone number is best for my colleague to call?',
  ],
  email: ['Is there an e-mail address we may write to?', 'Which e-mail address is best for you?'],
  contactPreference: [
    'How and when would you like us to contact you?',
    'What is the best way and time to reach you?',
  ],
  noted: ["Thanks, I've noted that.", 'Thank you for telling me.', 'Got it.', 'Thanks, that helps.'],
  skipped: [
    "That's fine, we'll leave it out.",
    'No problem, we can skip that.',
    "That's all right, no need to say.",
  ],
  promise: [
    "I'll write this down properly and pass it straight to a colleague who can deal with it.",
    'Let me get this down so the right colleague can act on it.',
    "I'll note it the way you tell it and hand it to the colleague responsible.",
  ],
  favour: [
    'If you have a photo or screenshot at hand, sending it would help a lot.',
    'A photo or screenshot would help my colleague see it, if you have one.',
  ],
  file: [
    'I have your file and will pass it on together with what you told me.',
    "Your file arrived, it's kept with your words.",
  ],
  askedBack: [
    "I've noted your question, and my colleague will answer it too.",
    'Your question is noted as well, and will be answered.',
  ],
  whyAsked: [
    "It's only so that my colleague can find your matter and reach you. You don't have to say, just skip it.",
    'It helps my colleague look it up and get back to you. If you would rather not say, skip it.',
  ],
  whoReads: [
    'Only the colleagues who handle your complaint read this. The details: {privacyUrl}',
    'It is read by those who deal with your complaint, and nobody else. More here: {privacyUrl}',
  ],
  isBot: [
    "I'm a bot: I write things down and pass them on. A colleague decides. Write “person” to reach one.",
    "You're writing with a bot. A colleague looks into it; write “person” and one is called in.",
  ],
  tellsThem: [
    'Only the colleagues who handle this read what you write; it is not handled by the person it is about.',
    'What you write is for the colleagues who deal with complaints; the person it is about does not handle it.',
  ],
  unnamed: [
    'Yes, you can stay unnamed, and it is looked into all the same.',
    'You need not give your name; a colleague looks into it either way.',
  ],
  sendFiles: [
    "Just send it here in this chat; photos and papers are fine, and they're kept with your words.",
    'You can send it right here. I pass it on together with what you told me.',
  ],
  notContent: [
    'If the answer does not satisfy you, write “higher” and someone more senior looks at it. Should you still disagree, the final answer says where else you can turn.',
    'You can write “higher” at any time, and a more senior person looks at it again. The final answer also names where you can turn outside.',
  ],
  nothingMore: [
    'Nothing else for now. Photos or papers are welcome here, and if something is needed from you, my colleague will ask first.',
    "You needn't do anything more at the moment. If my colleague needs something from you, they will ask.",
  ],
  willAct: [
    'Yes. Everything you tell me goes on file, and the colleague responsible looks into it, contacts you and tells you the outcome.',
    'It will be looked into. I put what you say on file; a colleague then checks what happened, gets in touch and gives you an answer.',
  ],
  whatNext: [
    'You tell me here, I put it on file and give you a number. The colleague responsible looks into it, contacts you and tells you the outcome; you can ask me for news at any time.',
    'I register what you tell me and give you a number. A colleague then checks what happened, gets in touch and tells you the outcome. You can always ask here how it stands.',
  ],
  whatNextOnFile: [
    'The colleague responsible looks into it, gets in touch with you and then tells you the outcome. Write “status” at any time to see how far it is.',
    'Next a colleague checks what happened and contacts you; the outcome comes to you as well. “Status” shows you where it stands.',
  ],
  byWhen: [
    'A colleague contacts you by {date} at the latest.',
    "You'll hear from a colleague by {date} at the latest.",
  ],
  byWhenLater: [
    "As soon as this is on file I'll tell you the date by which a colleague contacts you.",
    "You'll get a date from me the moment it's registered.",
  ],
  enough: [
    "All right, no more questions. I'll register it now.",
    'Understood, no further questions. It is being registered.',
  ],
  skip: 'Skip',
} as const;
