const link = /^\s*\/?(?:link|关联)(?:[\s:：]+([A-Za-z0-9]{8}))?\s*$/iu;
const join = /^\s*\/?(?:join|加入)[\s:：]+([A-Za-z0-9]{8})\s*$/iu;

/** Days for which a code works that is kept rather than typed at once. */
export const codeDays = { person: 180, join: 30 } as const;

/**
 * A wish to go on elsewhere with the same complaint: as the same person, or as one of those who complain together.
 * Without a code the first asks for one.
 */
export interface LinkWish {
  readonly as: 'person' | 'join';
  readonly code: string | null;
}

/** Reads `link`, `关联`, `link AB12CD34` or `join AB12CD34`, typed as words or as a command; null when the text is about something else. */
export const readLinkWish = (text: string): LinkWish | null => {
  const plain = text.normalize('NFKC');
  const joining = join.exec(plain)?.[1];
  if (joining !== undefined) return { as: 'join', code: joining.toUpperCase() };
  const linking = link.exec(plain);
  return linking ? { as: 'person', code: linking[1]?.toUpperCase() ?? null } : null;
};
