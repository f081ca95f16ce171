import {
  type Basics,
  type HideableField,
  orderedSections,
  type OrderedSection,
  type ProfileDocument,
  summaryTitle,
  usableLocale,
  visibleDocument,
} from '@canar/profile-document';
import { directionOf, type Words, wordsOf } from './words';

/** The uploaded photo in its sizes, square, smallest or largest first. */
export interface Photo {
  sizes: readonly { width: number; url: string }[];
}

/** Addresses of the same profile in other forms. */
export interface ProfileLinks {
  pdf: string;
  json: string;
  vcard: string;
  cv?: string;
}

/** What a profile page is made of. */
export interface ProfilePageProps {
  document: ProfileDocument;
  templateId: string;
  /** BCP 47; the document's own by default */
  locale?: string;
  /** contact details kept back from visitors */
  hiddenFields?: readonly HideableField[];
  /** the uploaded photo; it goes before `basics.image` */
  photo?: Photo;
  links?: ProfileLinks;
  /** `_blank` inside the editor, so that a click does not leave it */
  linkTarget?: '_blank';
  /** fixes light or dark; by default the reader's preference or the nearest `data-theme` decides */
  theme?: 'light' | 'dark';
}

/** A profile as templates see it: what is visible, in order, with words and direction of its language. */
export interface ProfileView {
  basics: Basics;
  summaryTitle: string;
  sections: OrderedSection[];
  locale: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  photo?: Photo;
  links?: ProfileLinks;
  linkTarget?: '_blank';
}

/** Works out what a template shows; hidden things are not in it at all. */
export function viewOf(props: ProfilePageProps): ProfileView {
  const document = visibleDocument(props.document, { hiddenFields: props.hiddenFields ?? [] });
  const locale = usableLocale(props.locale ?? document.meta?.canar?.locale);
  return {
    basics: document.basics ?? {},
    summaryTitle: summaryTitle(document, locale),
    sections: orderedSections(document, locale),
    locale,
    direction: directionOf(locale),
    words: wordsOf(locale),
    photo: props.photo,
    links: props.links,
    linkTarget: props.linkTarget,
  };
}
