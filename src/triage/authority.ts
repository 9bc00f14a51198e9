import { matches } from './matches.ts';
import type { View } from './normalise.ts';

const before =
  '(?:filed|complain(?:ed|t|ts|ing)?|report(?:ed|ing)?|referr(?:ed|al|ing)|escalat(?:ed|ing)|appeal(?:ed|ing)?|case|wrote|written|writing|gone|going|went|contact(?:ed|ing)|inform(?:ed|ing)|notif(?:ied|ying)|copied|lodged|submitted|registered|raised|opened|heard)';
const after =
  '(?:complaint|case|report|claim|number|reference|investigat\\w+|has it|have it|has been|have been|will hear|knows?|inspectors?|officers?|adjudicat\\w+|ruling|decision|form)';
const named = new RegExp(
  `\\b${before}\\b[^.!?\\n]{0,40}?\\b(?:with|to|at|by|from) (?:the )?(?<a>[A-Z][A-Za-z]?[A-Z]{1,5})\\b|\\b(?<b>[A-Z]{3,6}) ${after}\\b`,
  'g',
);
/** Short names of everything else that complaints speak of. */
const others =
  /^(?:CEO|CFO|COO|CTO|HQ|FB|IG|UK|US|USA|EU|UAE|NYC?|LA|TV|PR|HR|IT|AI|ATM|SIM|VIP|PO|ID|PIN|PDF|USB|DM|ASAP|FAQ|GP|NHS|DHL|UPS|USPS|DPD|FEDEX|BA|AA|KLM|RAC|BMW|VW|IKEA|HSBC|RBS|TSB|IBM|HP|LG|GPS|SMS|URL|VAT|DOB|SSN|CC|OK|CV|VIN|IMEI|RMA|IBAN|CCTV|DNA|MRI|ER|ICU|HDMI|LED|LCD|SUV|ETA|PNR|OTP|KYC|APR|PPI|ISP|CRM|JFK|LHR|LAX|SFO|YYZ|[A-Z]{2})$/;

/** Whether letters are mostly capitals: then no short name can be told from a shout. */
const shouts = (source: string): boolean => {
  const letters = source.replace(/[^A-Za-z]/g, '');
  return letters.replace(/[^A-Z]/g, '').length > letters.length * 0.4;
};

/**
 * An authority known by its letters, where a complaint is said to lie with it: 'filed with the NHTSA', 'CPSC case opened'.
 * Nobody can list them all.
 *
 * @returns the words as written; null when there is none
 */
export const findAuthority = ({ source }: View): string | null => {
  if (shouts(source)) return null;
  for (const match of matches(source.slice(0, 4000), named)) {
    const name = match.groups?.a ?? match.groups?.b ?? '';
    if (!others.test(name)) return match[0];
  }
  return null;
};
