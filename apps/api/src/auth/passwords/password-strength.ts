import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { PasswordKnowledge } from '../domain/password-rules';

/** Words that passwords are made of here, beside those of leaked ones. */
const ownWords =
  'spring summer autumn winter monsoon january february march april may june july august september october november december ' +
  'monday tuesday wednesday thursday friday saturday sunday india bharat mumbai delhi bangalore bengaluru chennai kolkata hyderabad pune ' +
  'resume profile portfolio career hello welcome secret account';

/** More take seconds; what remains finds the usual ones. */
const maxSubstitutions = 8;

/** The work grows with the square of the length. What is strong in its beginning is strong. */
const maxScored = 32;

const estimator = new ZxcvbnFactory({
  dictionary: { ...dictionary, own: ownWords.split(' ') },
  graphs: adjacencyGraphs,
  l33tMaxSubstitutions: maxSubstitutions,
});

/**
 * How many guesses find a password, as a power of ten: leaked passwords and words, also in leet, dates, keyboard rows,
 * sequences and repetitions. Of a long one the first 32 characters are judged.
 * @param words what is tried besides: of the person, of the product
 */
function guessesOf(password: string, words: string[]): number {
  return estimator.check(password.slice(0, maxScored), words).guessesLog10;
}

/** What is known of passwords; its dictionaries are large. */
export const passwordKnowledge: PasswordKnowledge = {
  common: new Set(dictionary['passwords-common']),
  guesses: guessesOf,
};
