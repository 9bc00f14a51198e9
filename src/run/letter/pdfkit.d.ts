/** As much of pdfkit as letters use; the package brings no types of its own. */
declare module 'pdfkit' {
  class PDFDocument {
    constructor(options: {
      readonly size: 'A4';
      readonly margin: number;
      readonly bufferPages: boolean;
      readonly lang: string;
      readonly info: Readonly<Record<string, string | Date>>;
    });
    /** The font in use, as fontkit reads it. */
    readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    text(text: string, x: number, y: number, options: { readonly lineBreak: false }): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    strokeColor(colour: string): this;
    stroke(): this;
    widthOfString(text: string): number;
    addPage(): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(page: number): this;
    on(event: 'data', heard: (chunk: Uint8Array) => void): this;
    on(event: 'end', heard: () => void): this;
    end(): void;
  }

  // biome-ignore lint/style/noDefaultExport: it is what the package gives.
  export { PDFDocument as default };
}
