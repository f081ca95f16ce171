import type { Unplaced } from '@canar/profile-document';
import type { SourceLine } from './places/source-lines';

/** A JSON Resume made from another format, and the values for which it has no field. */
export interface ParsedResume {
  resume: Record<string, unknown>;
  unplaced: Unplaced[];
}

/** A résumé read from lines of text, and the lines themselves. */
export interface ParsedText extends ParsedResume {
  lines: SourceLine[];
}
