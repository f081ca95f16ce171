import type { Unplaced } from '@canar/profile-document';

/** A JSON Resume made from another format, and the values for which it has no field. */
export interface ParsedResume {
  resume: Record<string, unknown>;
  unplaced: Unplaced[];
}
