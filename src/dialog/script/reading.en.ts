/** What staff are told of a model's reading, English. */
export const reading = {
  proposal:
    'A closer reading suggests level {severity}. It changes nothing until one of you re-grades. The words it rests on:',
};
