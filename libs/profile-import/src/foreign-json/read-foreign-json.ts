import type { ParsedResume } from '../parsed-resume';
import { readEuropass } from './europass';
import { readFresh } from './fresh';
import { readReactiveResume } from './reactive-resume';
import { isRecord, Leftovers, Source } from './source';

/** The programs and standards whose JSON is recognised. */
export type ForeignFormat = 'reactive-resume' | 'fresh' | 'europass';

const readers = { 'reactive-resume': readReactiveResume, fresh: readFresh, europass: readEuropass };

/** By its shape, what wrote a JSON value; `null` for JSON Resume and everything unknown. */
export function foreignFormatOf(value: unknown): ForeignFormat | null {
  if (!isRecord(value)) return null;
  if (isRecord(value['SkillsPassport'])) return 'europass';
  if (isRecord(value['sections']) && isRecord(value['basics'])) return 'reactive-resume';
  const format = isRecord(value['meta']) ? value['meta']['format'] : undefined;
  if (typeof format === 'string' && /^FRESH\b/i.test(format)) return 'fresh';
  const histories = ['employment', 'education', 'service'].map((name) => value[name]);
  return histories.some((part) => isRecord(part) && Array.isArray(part['history'])) ? 'fresh' : null;
}

/**
 * Reads a résumé in another program's JSON. Texts without a field are reported as unplaced, with their pointers; settings of a layout
 * are left out.
 */
export function readForeignJson(value: Record<string, unknown>, format: ForeignFormat): ParsedResume {
  const leftovers = new Leftovers();
  const source = new Source(value, leftovers);
  const resume = readers[format](source);
  source.end();
  return { resume, unplaced: leftovers.unplaced };
}
