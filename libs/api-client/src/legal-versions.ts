import type { components } from './contract.gen';

/** The texts to which a person agrees, each with the day of its version. A changed text gets a new day, and everybody is asked again. */
export const legalVersions = { terms: '2026-11-30', privacy: '2026-11-30' } as const;

/** Agreement to the present version of all of them. */
export const currentConsents: components['schemas']['Consent'][] = [
  { document: 'terms', version: legalVersions.terms },
  { document: 'privacy', version: legalVersions.privacy },
];
