const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10x98765432';
const shape = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/;

/** Whether 18 characters are a Chinese identity number: place, birthday and check digit (GB 11643). */
export const isIdentityNumber = (text: string): boolean => {
  const folded = text.toLowerCase();
  if (!shape.test(folded)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(folded[index]), 0);
  return checkDigits[sum % 11] === folded[17];
};

/** Has the build of a Chinese identity number, whatever its check digit: a mistyped one is still somebody's. */
export const looksLikeIdentityNumber = (text: string): boolean => shape.test(text.toLowerCase());

/** Whether 13 to 19 digits pass the check of payment cards (Luhn). */
export const isCardNumber = (digits: string): boolean => {
  if (!/^\d{13,19}$/.test(digits) || /^0+$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};
