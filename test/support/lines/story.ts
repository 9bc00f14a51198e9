/** What one of the crowd says in a turn: different words in every turn and from every person. */
export const storyOf = (person: number, turn: number): string => {
  const order = 20_260_000 + person;
  const story = [
    `My parcel never arrived, order ${order}`,
    `The carrier says order ${order} was left at a door that is not mine`,
    `Nobody answered my three letters about order ${order}`,
    `I want my ${person + 10} dollars back`,
    `The box had number ${order * 7} on it and it was damaged`,
  ];
  const text = story[turn % story.length] ?? '';
  return turn < story.length ? text : `${text}, I say it for the ${turn + 1}th time`;
};
