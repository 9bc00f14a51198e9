import { useState } from 'preact/hooks';
import { say } from '../words/words.ts';

/** How many lines stand on a page before the older ones are folded away. */
const shownAtFirst = 150;

/** The newest of many lines, and the button that shows more of the older ones; null when all are shown. */
export const useNewest = <Line,>(lines: readonly Line[]) => {
  const [most, setMost] = useState(shownAtFirst);
  const button =
    lines.length > most ? (
      <button type="button" class="button quiet earlier" onClick={() => setMost(most + shownAtFirst)}>
        {say('common.earlier', { n: lines.length - most })}
      </button>
    ) : null;
  return { newest: lines.slice(-most), button };
};
