import type { Locale } from '@canar/languages';
import { bn } from './bn';
import { en } from './en';
import { gu } from './gu';
import { hi } from './hi';
import { kn } from './kn';
import { mr } from './mr';
import { ta } from './ta';
import { te } from './te';
import type { RenewalMailTexts } from './mail-texts';

/** The mails about renewals in every language. */
export const renewalMailTexts: Record<Locale, RenewalMailTexts> = { en, hi, ta, te, bn, mr, gu, kn };
