const address = /(https?:\/\/[^\s<>"'，。；：！？、）】」”]+)/;

/** Text of ours in which addresses can be followed. It stays text: nothing else in it is ever read as markup. */
export const Linked = ({ text }: { readonly text: string }) => (
  <>
    {text.split(address).map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : (
        <a key={`${index}-${part}`} href={part} target="_blank" rel="noreferrer noopener">
          {part}
        </a>
      ),
    )}
  </>
);
