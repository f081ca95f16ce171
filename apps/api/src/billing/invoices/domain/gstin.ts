import { isStateCode, type StateCode } from './states';

const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const form = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z][A-Z][0-9A-Z]$/;

/** The check character of the first fourteen of a GSTIN: Luhn's rule modulo 36. */
export function checkCharacter(gstin: string): string {
  const sum = [...gstin.slice(0, 14)].reduce((total, character, index) => {
    const product = characters.indexOf(character) * (index % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return characters.charAt((36 - (sum % 36)) % 36);
}

/** Whether a text is a GSTIN: its form, the code of its state and its check character. */
export function isGstin(text: string): boolean {
  return form.test(text) && isStateCode(text.slice(0, 2)) && checkCharacter(text) === text.charAt(14);
}

/** The state in which the holder of a GSTIN is registered. */
export function stateOfGstin(gstin: string): StateCode | null {
  const code = gstin.slice(0, 2);
  return isStateCode(code) ? code : null;
}
