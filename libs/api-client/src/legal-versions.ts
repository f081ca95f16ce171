import type { components } from './contract.gen';

/** The texts to which a person agrees, each with the day of its version. A changed text gets a new day, and everybody is asked again. */
export const legalVersions = { terms: '2026-11-30', privacy: '2026-11-30' } as const;

/** The day of the sentence by which a person states to be an adult, or that a guardian agrees for them. */
const ageVersion = '2026-12-01';

/** Agreement to the present version of all of them, with the statement of age. */
export const currentConsents: components['schemas']['Consent'][] = [
  { document: 'terms', version: legalVersions.terms },
  { document: 'privacy', version: legalVersions.privacy },
  { document: 'age', version: ageVersion },
];
