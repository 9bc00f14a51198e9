import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { LetterDocument } from '../../src/outbox/letter-document.ts';
import { linesOf } from '../../src/run/letter/lines.ts';
import { drawLetter } from '../../src/run/letter/pdf.ts';

/** Chinese characters are two wide, all else one. */
const measure = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/u.test(one) ? 2 : 1), 0);
const broken = (text: string, width: number, indent = 0) => linesOf(text, { width, indent, measure });

describe('lines of a letter', () => {
  it.each([
    ['Chinese breaks between any two characters', '一二三四五六七', 8, ['一二三四', '五六七']],
    ['no closing mark begins a line', '一二三四，五六', 8, ['一二三', '四，五六']],
    ['nor do several', '一二三四。”五六', 8, ['一二三', '四。”五', '六']],
    ['no opening mark ends one', '一二三（四五）', 8, ['一二三', '（四五）']],
    ['a sign of money stays with its sum', '一二三¥1,200.50元', 10, ['一二三', '¥1,200.50', '元']],
    ['a word stays whole among Chinese', '一二 R-2026 三', 8, ['一二', 'R-2026', '三']],
    [
      'English breaks at spaces, which end with the line',
      'the seal of the pump',
      10,
      ['the seal', 'of the', 'pump'],
    ],
    ['a hyphen ends a line', 'well-known', 6, ['well-', 'known']],
    [
      'what is longer than a line is cut',
      'https://a.example/abcdef',
      10,
      ['https://a.', 'example/ab', 'cdef'],
    ],
    ['nothing is one empty line', '', 10, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(broken(text, width)).toEqual(lines);
  });

  it('the first line loses its indent, and no line is ever too wide or lost', () => {
    const text =
      '关于您反映的“洗衣机漏水、两次维修未修好”一事（订单 WM-2026-88471），我们核实如下：退还￥3,299.00。';
    for (let width = 12; width < 60; width += 1) {
      const lines = broken(text, width, 4);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const [index, line] of lines.entries())
        expect(measure(line)).toBeLessThanOrEqual(index === 0 ? width - 4 : width);
    }
  });
});

const letter: LetterDocument = {
  locale: 'zh-CN',
  fileName: 'R-2026-000001-1-v1.pdf',
  at: '2026-11-22T04:00:00.000Z',
  sender: { name: '晴川生活', lines: ['电话 400-000-0000'] },
  title: '关于投诉 R-2026-000001 的书面答复',
  reference: '编号：R-2026-000001/1-1',
  date: '2026年11月22日',
  mark: '',
  paragraphs: ['尊敬的王喆女士：', '经核实，我们深表歉意。'],
  signedBy: '晴川生活',
  proof: `第 1 版 · SHA-256 ${'a'.repeat(64)}`,
};

/** Everything in a PDF that is packed, unpacked. */
const contentOf = (bytes: Uint8Array): string => {
  const pdf = Buffer.from(bytes);
  const parts = [pdf.toString('latin1')];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const from = at + 'stream\n'.length;
    const packed = pdf.subarray(from, pdf.indexOf('\nendstream', from));
    if (packed[0] === 0x78) parts.push(inflateSync(packed).toString('latin1'));
  }
  return parts.join('\n');
};

const unicode = (text: string): readonly string[] =>
  [...text].map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));

describe('a letter as a PDF', () => {
  it('draws every character with a font that it carries, also a rare one of a name', async () => {
    const { bytes, missing } = await drawLetter(letter);
    expect(missing).toBe('');
    const content = contentOf(bytes);
    // The table that says which letter each glyph is: what is drawn as a box stands in none.
    for (const code of unicode('晴川生活书面答复王喆歉意第页'))
      expect(content.toLowerCase()).toContain(`<${code}>`);
    expect(content).toContain('/FontFile2');
    expect(bytes.byteLength).toBeLessThan(100_000);
  });

  it('goes on over pages, and gives the same bytes for the same letter', async () => {
    const long = { ...letter, paragraphs: Array.from({ length: 120 }, () => '我们深表歉意。') };
    const { bytes } = await drawLetter(long);
    expect(contentOf(bytes).match(/\/Type \/Page\n/g)?.length).toBeGreaterThan(2);
    expect(Buffer.compare(bytes, (await drawLetter(long)).bytes)).toBe(0);
  });

  it('tells what no font of ours holds instead of drawing a box unnoticed', async () => {
    const { missing } = await drawLetter({ ...letter, paragraphs: ['Dear Ms Łukasiewicz, 😀'] });
    expect(missing).toContain('Ł');
  });
});
