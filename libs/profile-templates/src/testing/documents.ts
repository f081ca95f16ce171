import { readFileSync } from 'node:fs';
import type { ProfileDocument } from '@canar/profile-document';
import type { PublicPage } from '../public-page';

/** A sample document of the JSON Resume schema package. */
export function sample(
  name: 'sample' | 'examples/senior-engineer' | 'examples/new-grad' | 'examples/career-changer',
): ProfileDocument {
  const path = require.resolve(`@jsonresume/schema/${name}.resume.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as ProfileDocument;
}

/** All samples. */
export const samples = (
  ['sample', 'examples/senior-engineer', 'examples/new-grad', 'examples/career-changer'] as const
).map(sample);

/** A public page around a document. */
export function pageOf(document: ProfileDocument, changes: Partial<PublicPage> = {}): PublicPage {
  return {
    document,
    templateId: 'classic',
    hiddenFields: ['phone', 'address'],
    url: 'https://canar.example/p/mina',
    indexable: true,
    links: { pdf: '/p/mina.pdf', json: '/p/mina.json', vcard: '/p/mina.vcf' },
    madeWith: 'https://canar.example/',
    ...changes,
  };
}
