import PDFDocument from 'pdfkit';
import { sayLetter } from '../../dialog/script/letter.ts';
import type { LetterDocument } from '../../outbox/letter-document.ts';
import { everydayFont, type FontName, fontFile, headingFont, rareFonts } from './fonts.ts';
import { linesOf } from './lines.ts';

/** A drawn letter, and what of it could not be drawn. */
export interface DrawnLetter {
  readonly bytes: Uint8Array;
  /** Characters that no font of ours holds, each once; '' when all were drawn. */
  readonly missing: string;
}

/** Points. A4 is 595.28 by 841.89. */
const page = { width: 595.28, height: 841.89, margin: 68 } as const;
const column = page.width - 2 * page.margin;
const foot = page.height - 62;
const text = { size: 11, leading: 19 } as const;
const ink = '#1f2328';
const pale = '#6e7781';

/** One line of type. */
interface Style {
  readonly size: number;
  readonly font?: FontName;
  readonly colour?: string;
}

/** Words that one font draws, with their width at size 1. */
interface Run {
  readonly font: FontName;
  text: string;
  width: number;
}

/** A character with the font that draws it and its width at size 1. */
interface Glyph {
  readonly font: FontName;
  readonly width: number;
}

/** Draws on one document; remembers where on the page it is. */
class Pen {
  readonly missing = new Set<string>();
  private readonly pdf: PDFDocument;
  private readonly registered = new Set<FontName>();
  /** Found once each: laying out a Chinese font is slow. */
  private readonly glyphs = new Map<string, Glyph>();
  private y = page.margin;

  constructor(pdf: PDFDocument) {
    this.pdf = pdf;
  }

  private use(font: FontName): PDFDocument {
    if (!this.registered.has(font)) this.pdf.registerFont(font, fontFile(font));
    this.registered.add(font);
    return this.pdf.font(font);
  }

  private fontFor(character: string, usual: FontName): FontName {
    const code = character.codePointAt(0) ?? 0;
    const holds = (font: FontName) => this.use(font)._font.font.hasGlyphForCodePoint(code);
    if (holds(usual)) return usual;
    const rare = rareFonts(character).find(holds);
    if (rare === undefined) this.missing.add(character);
    return rare ?? usual;
  }

  private glyph(character: string, usual: FontName): Glyph {
    const key = `${usual}/${character}`;
    const known = this.glyphs.get(key);
    if (known) return known;
    const font = this.fontFor(character, usual);
    const found = { font, width: this.use(font).fontSize(1000).widthOfString(character) / 1000 };
    this.glyphs.set(key, found);
    return found;
  }

  /** The stretches of a text that one font draws. */
  private runs(words: string, { font = everydayFont }: Style): readonly Run[] {
    const runs: Run[] = [];
    for (const character of words) {
      const glyph = this.glyph(character, font);
      const last = runs.at(-1);
      if (last?.font === glyph.font) {
        last.text += character;
        last.width += glyph.width;
      } else runs.push({ ...glyph, text: character });
    }
    return runs;
  }

  width(words: string, style: Style): number {
    return this.runs(words, style).reduce((sum, run) => sum + run.width * style.size, 0);
  }

  /** Writes one line at a place of the page. */
  at(words: string, { x, y }: { readonly x: number; readonly y: number }, style: Style): void {
    let from = x;
    for (const run of this.runs(words, style)) {
      const pdf = this.use(run.font)
        .fontSize(style.size)
        .fillColor(style.colour ?? ink);
      pdf.text(run.text, from, y, { lineBreak: false });
      from += run.width * style.size;
    }
  }

  /** Writes one line where the pen is, on a new page when this one is full. */
  line(words: string, x: number, style: Style & { readonly leading: number }): void {
    if (this.y + style.leading > foot - text.leading) this.newPage();
    this.at(words, { x, y: this.y }, style);
    this.y += style.leading;
  }

  /** Writes one line that ends at the right margin. */
  right(words: string, style: Style & { readonly leading: number }): void {
    this.line(words, page.width - page.margin - this.width(words, style), style);
  }

  down(points: number): void {
    this.y += points;
  }

  rule(): void {
    const { pdf, y } = this;
    pdf.lineWidth(0.7).strokeColor(pale);
    pdf
      .moveTo(page.margin, y)
      .lineTo(page.width - page.margin, y)
      .stroke();
  }

  /** Whether so much still fits on this page; else a new one is begun. */
  keep(points: number): void {
    if (this.y + points > foot - text.leading) this.newPage();
  }

  private newPage(): void {
    this.pdf.addPage();
    this.y = page.margin;
  }
}

const drawHead = (pen: Pen, { sender, reference, date, mark, title }: LetterDocument): void => {
  pen.line(sender.name, page.margin, { size: 16, font: headingFont, leading: 24 });
  for (const words of sender.lines)
    for (const line of linesOf(words, {
      width: column,
      indent: 0,
      measure: (one) => pen.width(one, { size: 9 }),
    }))
      pen.line(line, page.margin, { size: 9, colour: pale, leading: 14 });
  pen.down(6);
  pen.rule();
  pen.down(14);
  if (mark !== '') pen.right(mark, { size: 10, font: headingFont, colour: '#b3261e', leading: 16 });
  pen.right(reference, { size: 9.5, leading: 15 });
  pen.right(date, { size: 9.5, leading: 15 });
  pen.down(16);
  const style = { size: 14, font: headingFont };
  for (const line of linesOf(title, { width: column, indent: 0, measure: (one) => pen.width(one, style) }))
    pen.line(line, (page.width - pen.width(line, style)) / 2, { ...style, leading: 22 });
  pen.down(12);
};

/** A line that greets, `尊敬的王女士：`, stands at the margin; in Chinese every other paragraph begins two characters in. */
const indentOf = (paragraph: string, locale: LetterDocument['locale']): number =>
  locale === 'zh-CN' && !/^.{1,20}[：:]$/u.test(paragraph) ? 2 * text.size : 0;

const drawBody = (pen: Pen, { paragraphs, locale }: LetterDocument): void => {
  const measure = (words: string) => pen.width(words, { size: text.size });
  for (const paragraph of paragraphs) {
    const indent = indentOf(paragraph, locale);
    const lines = linesOf(paragraph, { width: column, indent, measure });
    for (const [index, line] of lines.entries())
      pen.line(line, page.margin + (index === 0 ? indent : 0), text);
    if (locale === 'en' && paragraph !== '') pen.down(6);
  }
};

/** Whoever signs and the day stay on one page. */
const drawSignature = (pen: Pen, { signedBy, date, locale }: LetterDocument): void => {
  pen.down(24);
  pen.keep(2 * text.leading);
  // In English the date stands at the head alone.
  if (locale === 'en') pen.line(signedBy, page.margin, text);
  else for (const words of [signedBy, date]) pen.right(words, text);
};

const drawFeet = (pdf: PDFDocument, pen: Pen, { proof, locale }: LetterDocument): void => {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    const style = { size: 7.5, colour: pale };
    const number = sayLetter(locale, 'page', { page: index + 1, pages: count });
    pen.at(proof, { x: page.margin, y: foot + 14 }, style);
    pen.at(number, { x: page.width - page.margin - pen.width(number, style), y: foot + 14 }, style);
  }
};

const collected = (pdf: PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.end();
  });

/** Draws a letter on A4: letterhead, number, date, text, signature, and at every foot the page, the version and its checksum. */
export const drawLetter = async (letter: LetterDocument): Promise<DrawnLetter> => {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: letter.locale,
    info: { Title: letter.title, Author: letter.sender.name, CreationDate: new Date(letter.at.slice(0, 10)) },
  });
  const pen = new Pen(pdf);
  drawHead(pen, letter);
  drawBody(pen, letter);
  drawSignature(pen, letter);
  drawFeet(pdf, pen, letter);
  const bytes = await collected(pdf);
  return { bytes, missing: [...pen.missing].join('') };
};
