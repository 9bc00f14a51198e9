import { describe, expect, it } from 'vitest';
import { chatLine, deskLine, fileHeaders, page } from '../../../adapters/webchat/render.ts';
import type { WebMessage } from '../../../src/ports.ts';

const message: WebMessage = {
  id: 'msg_1',
  cursor: '7',
  from: 'staff',
  author: 'lin',
  text: 'We will come tomorrow.',
  card: { title: 'R-2026-000001', tone: 'ordinary', fields: [], sections: [] },
  buttons: [{ id: 'b1', label: 'Fine' }],
  files: [],
  thread: 'msg_0',
  complaint: 'R-2026-000001',
  at: '2026-11-21T08:00:00.000Z',
  onlyFor: 'lin',
};

describe('lines', () => {
  it('tells a complainant what was said and nothing of the desk', () => {
    expect(chatLine(message)).toEqual({
      id: 'msg_1',
      cursor: '7',
      from: 'staff',
      text: 'We will come tomorrow.',
      buttons: [{ id: 'b1', label: 'Fine' }],
      files: [],
      at: '2026-11-21T08:00:00.000Z',
    });
  });

  it('tells staff who wrote it, where it belongs and whom it is for', () => {
    const { card, thread, complaint } = message;
    expect(deskLine(message)).toEqual({
      ...chatLine(message),
      author: 'lin',
      card,
      thread,
      complaint,
      onlyFor: 'lin',
    });
  });

  it('gives the cursor to read on with', () => {
    expect(page([message], '3').cursor).toBe('7');
    expect(page([], '3').cursor).toBe('3');
    expect(page([], null).cursor).toBe('');
  });
});

describe('files', () => {
  const of = (mediaType: string, name = 'a.bin') =>
    fileHeaders({ id: 'f', sha256: 'x', name, mediaType, bytes: 1 });

  it.each(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])('draws %s', (mediaType) => {
    expect(of(mediaType)).toMatchObject({ 'Content-Type': mediaType });
    expect(of(mediaType)['Content-Disposition']).toMatch(/^inline;/);
  });

  it.each(['image/svg+xml', 'text/html', 'application/pdf', 'text/javascript', 'application/xhtml+xml'])(
    'only ever saves %s',
    (mediaType) => {
      expect(of(mediaType)).toMatchObject({ 'Content-Type': 'application/octet-stream' });
      expect(of(mediaType)['Content-Disposition']).toMatch(/^attachment;/);
    },
  );

  it('lets no name break out of its header', () => {
    const disposition = of('text/plain', 'a"\r\nSet-Cookie: x=1;\\.txt')['Content-Disposition'];

    expect(disposition).not.toMatch(/[\r\n]/);
    expect(disposition).toContain('filename="a___Set-Cookie: x=1;_.txt"');
  });

  it('keeps a name with half a surrogate', () => {
    expect(of('text/plain', '\ud83d.txt')['Content-Disposition']).toContain("filename*=UTF-8''%EF%BF%BD.txt");
  });
});
