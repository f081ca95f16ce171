/** Words of a PDF that are not the owner's and that `profile-document` does not have. */
export interface Words {
  readonly untitled: string;
  readonly courses: string;
  /** `{name}`, `{page}` and `{pages}` stand for values. */
  readonly photo: string;
  readonly page: string;
  readonly draft: string;
}

const english: Words = {
  untitled: 'Profile',
  courses: 'Courses',
  photo: 'Photo of {name}',
  page: 'Page {page} of {pages}',
  draft: 'Draft',
};

const hindi: Words = {
  untitled: 'प्रोफ़ाइल',
  courses: 'पाठ्यक्रम',
  photo: '{name} का चित्र',
  page: 'पृष्ठ {page} / {pages}',
  draft: 'मसौदा',
};

/** The words for a BCP 47 locale: Hindi for `hi` and `hi-*`, English for all others. */
export function wordsFor(locale: string): Words {
  return /^hi\b/i.test(locale) ? hindi : english;
}
