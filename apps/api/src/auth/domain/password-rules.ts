/** Why a password is refused. */
export type PasswordFault = 'common' | 'contains-email' | 'contains-name' | 'contains-product';

const product = 'canar';

/**
 * Judges a password by what an attacker tries first. Its length (8 to 128 characters) is checked at the edge, its
 * composition is free, and it is taken exactly as typed (ASVS 6.2.1, 6.2.4, 6.2.5, 6.2.8, 6.2.11).
 * @param common passwords that are known from breaches, in lower case
 * @returns the first fault, or null
 */
export function passwordFault(
  password: string,
  owner: { email: string; name: string },
  common: ReadonlySet<string>,
): PasswordFault | null {
  const typed = password.toLowerCase();
  if (common.has(typed)) return 'common';
  if (contains(typed, owner.email.split('@')[0])) return 'contains-email';
  if (owner.name.split(/\s+/).some((word) => contains(typed, word))) return 'contains-name';
  return typed.includes(product) ? 'contains-product' : null;
}

/** Words of three letters and less are in every second password by chance. */
function contains(typed: string, word: string | undefined): boolean {
  return word !== undefined && word.length > 3 && typed.includes(word.toLowerCase());
}
