/** English: those who complain together, unnamed, or for another (IN-13). */
export const othersEn = {
  parties: [
    "It sounds as if several of you are in this together. Who is complaining with you? First names are fine, with a flat number if it helps; if you'd rather not name anyone, just tell me how many people or households.",
    'You seem to share this with others. Who are they? Names as you use them will do, with a flat number if there is one; or simply how many people or households.',
  ],
  onlyMe: "It's only me",
  representatives: [
    "Who would you all like us to be in touch with? Please send names and phone numbers, and ask them first. If that's you, just write “me”.",
    'Who should speak for all of you? Send me names and phone numbers, once they have agreed. If it is only you, write “me”.',
  ],
  representativesAtMost: [
    "Who would you all like us to be in touch with? It can be {count} people at most. Please send names and phone numbers, and ask them first. If that's you, just write “me”.",
    'Who should speak for all of you? Up to {count} people can. Send me names and phone numbers, once they have agreed. If it is only you, write “me”.',
  ],
  tooMany:
    'You named {named} people to speak for everyone. The rules ({clause}) allow {count} at most, so that all of you are heard with one voice; the others still count and stay on the list. Which {count} shall it be?',
  partiesNoted: ["Thank you, I've put them all down.", 'Noted, and thank you for speaking up for everyone.'],
  countNoted: ["That's fine, no names needed.", 'All right, we leave the names out.'],
  alone: 'All right, then it is registered for you alone.',
  spokesperson: ["All right, you're the one we'll write to.", 'Good, then we stay in touch with you.'],
  speakersNoted: [
    "Thank you. {names} will speak for all of you; we'll ask them whether they agree before we get in touch.",
    'Noted: {names}. We check with them first that this is all right.',
  ],
  joinCode:
    'If the others would like to add something themselves, they can write to me with “join {code}” (it works for {days} days), and need not start from the beginning. Once those who speak for you have joined that way, our answers go to them as well.',
  joinAsk: [
    "You're joining {number}, which others have told us about already. What name shall I put down, with a flat number if there is one? If you'd rather stay unnamed, write “skip”.",
    'This is {number}, which several people share. What may I call you? A flat number helps too; write “skip” to stay unnamed.',
  ],
  joined: [
    "You're part of {number} now, and needn't repeat what the others told us. Whatever you'd like to add, words or photos, send it here; the colleague responsible sees it.",
    "That's done: {number} includes you. Add whatever you like here, the colleague responsible will see it.",
  ],
  joinedSpeaks: 'As one of those who speak for the others, you get our answers here too.',
  joinedOther: 'Our answers go to those who speak for you; write “status” whenever you want news.',
  speakerAsked: [
    "I've noted that {name} is to speak for all of you from now on. A colleague asks {name} and records it, and both of you will be told; until then we stay in touch with you.",
    'All right: {name} shall speak for everyone. Once a colleague has checked with {name} and recorded it, you both hear from us. Until then it is still you we write to.',
  ],
  speakerUnknown:
    'I find nobody called {name} among those who joined, or more than one. To speak for all of you they need a talk of their own, so that we can reach them: please let them join with the code below under that name, then tell me again.',
  leaveAsk: [
    'Would you like to leave {number}? It goes on for the others.',
    'Just to be sure: do you want to leave {number}? Nothing changes for the others.',
  ],
  leaveLabel: 'Leave',
  stayLabel: 'Stay',
  left: [
    "You're no longer part of {number}, and we won't write to you about it. To come back, ask the others for a code.",
    'All right, {number} goes on without you. If you change your mind, the others can give you a code.',
  ],
  consent: [
    "It's good of you to speak for {who}. Do they know about this and agree that you do?",
    'Thank you for looking after this for {who}. Have they agreed that you speak for them?',
  ],
  consentAgreed: 'Yes, they agree',
  consentNotAgreed: 'Not asked yet',
  consentUnable: 'They are unable to',
  consentNoted: [
    "Thank you, I've noted that. A colleague will confirm that you may act for {who}; until then we don't mention anything personal about them here. The matter itself goes ahead.",
    'All right. Until a colleague has confirmed it, we keep anything personal about {who} to ourselves; work on the matter starts all the same.',
  ],
  consentLater: [
    "That's all right, nothing is held up. Please ask {who} when you can; until a colleague has confirmed it we won't share anything personal about them.",
    'No problem, we start anyway. When you have a moment, please check with {who}; until that is confirmed we keep their personal details to ourselves.',
  ],
  consentNotPossible: [
    "I understand, so you speak for them. A colleague will ask to see what lets you act (a power of attorney, say); until then we won't share anything personal about {who}.",
    'All right, I have noted that. A colleague will go through the papers with you, such as a power of attorney; until then anything personal about {who} stays with us.',
  ],
  anonymity: [
    "You can stay unnamed: my colleagues see neither your name nor how to reach you, and I won't ask again. Two things you should know: we can only answer you in this talk, and for anything like a refund we'd have to know who you are. Whether to say so will be up to you.",
    "That's fine, no name is kept and I won't ask for one. To be open about it: our answers can only come here, and a refund or a look into an account needs to know whose it is. You decide when it comes to that.",
  ],
  comeBackCode:
    'As we have no other way to reach you, please keep this code: {code}. From another phone or a new page, “link {code}” brings you back here. It works once, for {days} days, so keep it to yourself.',
  together: 'Complaining together: {people, plural, one {# person} other {# people}}',
  togetherNames: 'Complaining together: {names}',
  speakers: 'Speaking for all: {names}',
  behalf: 'On behalf of: {who}',
  unnamed: 'Name: not given, as you wished',
} as const;
