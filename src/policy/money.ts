import type { Money } from '../terms.ts';

const written = /^\s*(\d{1,12})(?:[.](\d{1,4}))?\s*([A-Za-z]{3})\s*$/;
const signs: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  '￥': 'CNY',
  元: 'CNY',
  $: 'USD',
  '£': 'GBP',
  '€': 'EUR',
};

const known = new Set(Intl.supportedValuesOf('currency'));

/** Digits after the point in a currency (ISO 4217); undefined for a code that is none. */
export const minorDigits = (currency: string): number | undefined =>
  known.has(currency)
    ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
    : undefined;

const normal = (text: string): string => {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  const sign = Object.keys(signs).find((one) => plain.startsWith(one) || plain.endsWith(one));
  return sign ? `${plain.replace(sign, '').trim()} ${signs[sign]}` : plain;
};

/**
 * Reads an amount as staff type it, `120.50 CNY`, `¥120.5`, into exact minor units.
 * Undefined when it is no amount, has more digits than the currency, is zero or beyond the safe integers.
 */
export const parseMoney = (text: string): Money | undefined => {
  const [, whole, fraction = '', code] = written.exec(normal(text)) ?? [];
  const currency = code?.toUpperCase();
  const digits = currency === undefined ? undefined : minorDigits(currency);
  if (whole === undefined || currency === undefined || digits === undefined || fraction.length > digits)
    return undefined;
  const amountMinor = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amountMinor) && amountMinor > 0 ? { amountMinor, currency } : undefined;
};
