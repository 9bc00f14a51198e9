const asked = /^\s*\/?(?:link|关联)(?:[\s:：]+([A-Za-z0-9]{8}))?\s*$/iu;

/** A wish to link this talk with another: without a code it asks for one, with one it gives it. */
export interface LinkWish {
  readonly code: string | null;
}

/** Reads `link`, `关联` or `link AB12CD34`, typed as words or as a command; null when the text is about something else. */
export const readLinkWish = (text: string): LinkWish | null => {
  const match = asked.exec(text.normalize('NFKC'));
  return match ? { code: match[1]?.toUpperCase() ?? null } : null;
};
