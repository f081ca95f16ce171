import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import { formatTags, type Locale } from './locales';
import { en } from './messages/en';
import { hi } from './messages/hi';
import { bn } from './messages/bn';
import { mr } from './messages/mr';
import { gu } from './messages/gu';
import { kn } from './messages/kn';
import { ta } from './messages/ta';
import { te } from './messages/te';

/** Every sentence of the interface, by namespace. */
export type Messages = typeof en;

// A missing key does not compile; catalogue.spec.ts also finds keys that English lacks.
const catalogues: Record<Locale, Messages> = { en, hi, ta, te, bn, mr, gu, kn };

/** The whole catalogue of a language. For server components and tests: browser code receives only its page's namespaces. */
export function messagesOf(locale: Locale): Messages {
  return catalogues[locale];
}

/** The namespaces a page hands to the browser. */
export function pickMessages<K extends keyof Messages>(locale: Locale, namespaces: readonly K[]): Pick<Messages, K> {
  const all = messagesOf(locale);
  return Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace]])) as Pick<Messages, K>;
}

/** The translator of one namespace for server components. */
export function translatorOf<N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({ locale: formatTags[locale], messages: messagesOf(locale), namespace });
}
