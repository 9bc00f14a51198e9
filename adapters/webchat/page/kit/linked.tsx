/** Addresses, and complaint numbers: a line never ends at their hyphens. */
const whole = /(https?:\/\/[^\s<>"'，。；：！？、）】」”]+|R-\d{4}-\d{6,})/;

/** Text of ours in which addresses can be followed. It stays text: nothing else in it is ever read as markup. */
export const Linked = ({ text }: { readonly text: string }) => (
  <>
    {text.split(whole).map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : part.startsWith('R') ? (
        <span key={`${index}-${part}`} class="number">
          {part}
        </span>
      ) : (
        <a key={`${index}-${part}`} href={part} target="_blank" rel="noreferrer noopener">
          {part}
        </a>
      ),
    )}
  </>
);
