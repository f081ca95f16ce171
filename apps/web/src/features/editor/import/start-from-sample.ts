import type { ProfileDocument } from '@canar/profile-document';
import { withValue } from '@/signed-in/document/edits';

/** A sample to write over. What the draft says of its owner and how it looks stays; addresses of the sample's person stay out. */
export function startFromSample(draft: ProfileDocument, sample: ProfileDocument): ProfileDocument {
  const { label, summary, location } = sample.basics ?? {};
  const own = Object.entries(draft.basics ?? {}).filter(([, value]) => value !== '' && value !== undefined);
  const basics = { label, summary, location, ...Object.fromEntries(own) };
  const design = draft.meta?.canar?.design;
  const started = { ...draft, ...sample, basics };
  return design ? withValue(started, ['meta', 'canar', 'design'], design) : started;
}
