const words: Readonly<Record<string, RegExp>> = {};

/** Which of the pack's standard replies the text asks for; undefined when none. */
export const topicOf = (text: string, topics: readonly string[]): string | undefined =>
  topics.find((topic) => words[topic]?.test(text));
