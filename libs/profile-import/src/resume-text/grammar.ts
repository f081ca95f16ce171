import type { SectionKey } from '@canar/profile-document';
import type { TextLine } from '../layout/page';
import type { HeadingSection } from '../headings/headings';

type Fields = Record<string, unknown>;

/** What is known of the documents of one maker, beyond what holds for all résumés. */
export interface Grammar {
  /** `all-but-place`: below the name stands a headline of one or several lines, then the place */
  headline?: 'all-but-place';
  /** prepares the lines of a section */
  lines?: (section: HeadingSection, lines: readonly TextLine[]) => readonly TextLine[];
  /** reads the items of a section; null where the lines are not as the maker sets them */
  items?: Partial<Record<SectionKey, (lines: readonly TextLine[]) => Fields[] | null>>;
}
