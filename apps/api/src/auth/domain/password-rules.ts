/** Why a password is rejected. */
export type PasswordFault = 'common' | 'contains-email' | 'contains-name' | 'contains-product' | 'guessable';

/** Whom or what a password is for: what an attacker tries first. */
export interface PasswordOwner {
  email?: string;
  name?: string;
}

/** What is known of passwords in general. */
export interface PasswordKnowledge {
  /** Passwords that are known from breaches, in lower case. */
  common: ReadonlySet<string>;
  /** How many guesses find a password, as a power of ten, for someone who also tries these words. */
  guesses: (password: string, words: string[]) => number;
}

const product = 'canar';

/**
 * 10^7.6 guesses: decades for strangers, who have 1,440 a day for an account. Eight random characters have 10^8; a word
 * with a capital, a year and a sign stays below.
 */
const minGuesses = 7.6;

/** Phrases that are long and known to everybody, letters and digits only. */
const famous = new Set([
  'correcthorsebatterystaple',
  'thequickbrownfoxjumpsoverthelazydog',
  'loremipsumdolorsitamet',
  'maytheforcebewithyou',
]);

/**
 * Judges a password by what an attacker tries first. Its length (8 to 128 characters) is checked at the edge, its
 * composition is free, and it is taken exactly as typed (ASVS 6.2.1, 6.2.4, 6.2.5, 6.2.8, 6.2.11).
 * @returns the first fault, or null
 */
export function passwordFault(
  password: string,
  owner: PasswordOwner,
  { common, guesses }: PasswordKnowledge,
): PasswordFault | null {
  const typed = password.toLowerCase();
  const [account] = (owner.email ?? '').split('@');
  const names = (owner.name ?? '').split(/\s+/);
  if (common.has(typed) || famous.has(typed.replace(/[^a-z0-9]/g, ''))) return 'common';
  if (contains(typed, account)) return 'contains-email';
  if (names.some((word) => contains(typed, word))) return 'contains-name';
  if (typed.includes(product)) return 'contains-product';
  const words = [account, ...names, product].filter((word) => word !== undefined && word !== '') as string[];
  return guesses(password, words) < minGuesses ? 'guessable' : null;
}

/** Words of three letters and less are in every second password by chance. */
function contains(typed: string, word: string | undefined): boolean {
  return word !== undefined && word.length > 3 && typed.includes(word.toLowerCase());
}
