import { useState } from 'preact/hooks';
import type { Card, Tone } from '../../../../src/outbox/message.ts';
import { Icon, type IconName } from '../kit/icon.tsx';
import { say } from '../words/words.ts';

const toneIcons: Readonly<Record<Tone, IconName>> = {
  critical: 'octagon',
  serious: 'alert',
  notable: 'diamond',
  ordinary: 'circle',
  done: 'checked',
};

/** Rows and lines shown before the rest is folded away. */
const shownFields = 6;
const shownLines = 5;
const shownCharacters = 260;

const isLong = (text: string): boolean =>
  text.length > shownCharacters || text.split('\n').length > shownLines;

const Section = ({ label, text, quoted }: Card['sections'][number]) => {
  const [open, setOpen] = useState(false);
  const folded = isLong(text) && !open;
  return (
    <section class="card-section">
      {label ? <h4>{label}</h4> : null}
      <p class={`${quoted ? 'quoted' : ''}${folded ? ' folded' : ''}`}>{text}</p>
      {isLong(text) ? (
        <button type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'common.showLess' : 'common.showAll')}
        </button>
      ) : null}
    </section>
  );
};

const Fields = ({ fields }: { readonly fields: Card['fields'] }) => {
  const [open, setOpen] = useState(false);
  const shown = open || fields.length <= shownFields + 1 ? fields : fields.slice(0, shownFields);
  return (
    <>
      <dl class="card-fields">
        {shown.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {fields.length > shownFields + 1 ? (
        <button type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? say('common.showLess') : `${say('common.showAll')} (${fields.length})`}
        </button>
      ) : null}
    </>
  );
};

/** A live card: redrawn in place when the complaint changes. How bad it is shows by shape and word, not by colour alone. */
export const CardView = ({ card }: { readonly card: Card }) => {
  const [title = '', ...more] = card.title.split('\n');
  const rest = more.join('\n').trim();
  return (
    <div class="card-inner">
      <header class="card-head">
        <span class={`tone tone-${card.tone}`}>
          <Icon name={toneIcons[card.tone]} size={15} />
          {say(`tone.${card.tone}`)}
        </span>
        <h3>{title}</h3>
        {rest === '' ? null : <p>{rest}</p>}
      </header>
      {card.fields.length > 0 ? <Fields fields={card.fields} /> : null}
      {card.sections.map((section, index) => (
        <Section key={`${index}-${section.label ?? ''}`} {...section} />
      ))}
      {card.footer ? <p class="card-footer">{card.footer}</p> : null}
    </div>
  );
};
