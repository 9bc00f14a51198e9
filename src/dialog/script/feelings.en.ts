/** English: feelings named and an apology for the experience, never for a fault (DI-1). */
export const feelingsEn = {
  product_quality: [
    "You were looking forward to it, and it's a letdown. I'm sorry you've had this experience.",
    "It's disappointing when something you paid for isn't right, and tiring to have to chase it. I'm sorry you're going through this.",
  ],
  logistics: [
    "Waiting and not knowing where things stand is worrying. I'm sorry you've had to deal with this.",
    "It's frustrating when something you counted on doesn't go as planned. I'm sorry you've been through this.",
  ],
  delivery: [
    "It's frustrating when a delivery doesn't go the way you counted on. I'm sorry you've been through this.",
    "It's worrying when something sent to you doesn't reach you as it should. I'm sorry you've had to deal with this.",
  ],
  after_sales: [
    "Having to keep after something like this is wearing. I'm sorry you've had to go through it.",
    "It's frustrating to be left hanging when you need help. I'm sorry you've had this experience.",
  ],
  service_attitude: [
    "Being treated without respect hurts. I'm sorry you had that experience.",
    "That sounds upsetting, you came for help and left feeling worse. I'm sorry you went through that.",
  ],
  billing: [
    "It's worrying when the money doesn't add up. I'm sorry you've had to deal with this.",
    "A charge you can't make sense of is unsettling. I'm sorry you've had this experience.",
  ],
  sales_promise: [
    "It's disappointing to feel you weren't given the full picture. I'm sorry you've had this experience.",
    "You trusted what you heard, so this must feel like a real letdown. I'm sorry you're going through it.",
  ],
  design: [
    "It's annoying when something you use every day works against you. I'm sorry you've had to put up with it.",
    "Living with something awkward day after day is wearing. I'm sorry you've had this experience.",
  ],
  engineering: [
    "It's unsettling when your own home gives you trouble. I'm sorry you're going through this.",
    "Having to worry about the place you live in is exhausting. I'm sorry you've had this experience.",
  ],
  privacy: [
    "It's unsettling when your personal details are involved. I'm sorry you've had this worry.",
    "Anyone would be uneasy about their personal information. I'm sorry you're going through this.",
  ],
  other: [
    "I can hear how upsetting this has been. I'm sorry you've had this experience.",
    "That sounds really frustrating. I'm sorry you've had to go through this.",
  ],
  bereaved: [
    "I'm very sorry for your loss, and that you have to deal with this on top of it.",
    "Please accept my condolences. I'm sorry you've had to go through this on top of everything else.",
  ],
  angry: [
    "I can hear how angry this has made you, and anyone would be. I'm sorry you've been through this.",
    "You have every right to be angry. I'm sorry you've had this experience.",
    "I can see this has made you really angry. I'm sorry you've had to go through it.",
  ],
  again: [
    "Having to raise the same thing again is exhausting and disappointing. I'm sorry you're having to go through it once more.",
    "It's disheartening to explain this more than once. I'm sorry you've had to.",
  ],
  worried: [
    "That must have been frightening. I'm sorry you've been through this.",
    "You must be very worried. I'm sorry you're going through this.",
  ],
} as const;
