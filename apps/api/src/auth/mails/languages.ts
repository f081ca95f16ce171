import type { Locale } from '../domain/locale';
import { en } from './en';
import { hi } from './hi';
import type { MailKind, MailTexts } from './mail-texts';
import { ta } from './ta';
import { kn } from './kn';
import { gu } from './gu';
import { mr } from './mr';
import { bn } from './bn';
import { te } from './te';

const texts: Record<Locale, Partial<MailTexts>> = { en, hi, ta, te, bn, mr, gu, kn };

/** What a mail says in a language; English where the language does not have it. */
export function mailTexts(locale: Locale, kind: MailKind): MailTexts[MailKind] {
  return texts[locale][kind] ?? en[kind];
}
