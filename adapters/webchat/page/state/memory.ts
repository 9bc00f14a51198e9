/** What a page remembers between visits. A browser that keeps nothing (a framed page, private mode) still works. */
export const memory = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(`redress.${key}`);
    } catch {
      return null;
    }
  },
  write(key: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(`redress.${key}`);
      else localStorage.setItem(`redress.${key}`, value);
    } catch {
      // Forgetting a choice is better than a page that does not open.
    }
  },
};

/** A new id of ours for something we send; sent again under the same id it changes nothing. */
export const newClientId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `p${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};
