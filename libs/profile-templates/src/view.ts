import {
  type Basics,
  designOf,
  type DesignSettings,
  type HideableField,
  orderedSections,
  type OrderedSection,
  type ProfileDocument,
  summaryTitle,
  usableLocale,
  visibleDocument,
} from '@canar/profile-document';
import { directionOf, directionOfText, type Words, wordsOf } from './words';

/** One width of a photo: as WebP, and as JPEG for older browsers. */
interface PhotoSize {
  width: number;
  url: string;
  jpegUrl: string;
}

/** The uploaded photo in its sizes, square, smallest or largest first. */
export interface Photo {
  sizes: readonly PhotoSize[];
}

/** Addresses of the profile in other formats. */
export interface ProfileLinks {
  pdf: string;
  json: string;
  vcard: string;
  cv?: string;
}

/** The data of a profile page. */
export interface ProfilePageProps {
  document: ProfileDocument;
  templateId: string;
  /** BCP 47; the document's own by default */
  locale?: string;
  /** contact details that are hidden from visitors */
  hiddenFields?: readonly HideableField[];
  /** the uploaded photo; it takes precedence over `basics.image` */
  photo?: Photo;
  links?: ProfileLinks;
  /** `_blank` inside the editor, so that a click does not leave it */
  linkTarget?: '_blank';
  /**
   * Names on each line the place of the document that it shows, as `data-place`: `basics/name`, `work/ID/highlights/0`, `title/SECTION`.
   * For an editor, which finds the field by it; items need ids. Never on a published page.
   */
  places?: boolean;
  /** fixes light or dark; by default the reader's preference or the nearest `data-theme` decides */
  theme?: 'light' | 'dark';
}

/** The input of templates: the visible content in order, with words and direction of its language. */
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
  columns: 1 | 2;
  photoForm: DesignSettings['photo'];
  /** the ids of the links of `basics`, in an editor */
  linkIds: readonly string[];
  /** the place of a line in an editor; undefined on a page for visitors */
  placeOf: (...steps: string[]) => string | undefined;
}

/** The language and direction of a document: its own locale, else English words and the direction of its text. */
export function settingOf(document: ProfileDocument, wanted?: string): Pick<ProfileView, 'locale' | 'direction'> {
  const named = wanted ?? document.meta?.canar?.locale;
  const locale = usableLocale(named);
  if (named) return { locale, direction: directionOf(locale) };
  const { name = '', label = '', summary = '' } = document.basics ?? {};
  return { locale, direction: directionOfText(`${name} ${label} ${summary}`) ?? 'ltr' };
}

/**
 * Computes what a template shows, without hidden data.
 * @param templateColumns how many columns the template has where the document does not say
 */
export function viewOf(props: ProfilePageProps, templateColumns: 1 | 2): ProfileView {
  const document = visibleDocument(props.document, { hiddenFields: props.hiddenFields ?? [], keepIds: props.places });
  const { locale, direction } = settingOf(document, props.locale);
  const design = designOf(document);
  return {
    basics: document.basics ?? {},
    summaryTitle: summaryTitle(document, locale),
    sections: orderedSections(document, locale),
    locale,
    direction,
    words: wordsOf(locale),
    photo: props.photo,
    links: props.links,
    linkTarget: props.linkTarget,
    columns: design.columns === 'template' ? templateColumns : design.columns === 'two' ? 2 : 1,
    photoForm: design.photo,
    linkIds: document.meta?.canar?.ids?.profiles ?? [],
    placeOf: (...steps) => (props.places ? steps.join('/') : undefined),
  };
}
