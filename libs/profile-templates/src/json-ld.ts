import { isOngoing, mailHref, type ProfileDocument, safeHref } from '@canar/profile-document';

/** The structured data that is not in the document. */
export interface LinkedDataContext {
  /** the page's own address, absolute */
  url: string;
  /** absolute */
  image?: string;
  /** RFC 3339 */
  modifiedAt?: string;
}

function texts(values: readonly (string | undefined)[] | undefined, max: number): string[] | undefined {
  const filled = (values ?? []).filter((value): value is string => Boolean(value?.trim())).slice(0, max);
  return filled.length > 0 ? filled : undefined;
}

function organizations(names: readonly (string | undefined)[] | undefined): object[] | undefined {
  return texts([...new Set(names)], 5)?.map((name) => ({ '@type': 'Organization', name }));
}

function address(document: ProfileDocument): object | undefined {
  const { address: street, postalCode, city, region, countryCode } = document.basics?.location ?? {};
  const parts = {
    streetAddress: street,
    postalCode,
    addressLocality: city,
    addressRegion: region,
    addressCountry: countryCode,
  };
  return Object.values(parts).some(Boolean) ? { '@type': 'PostalAddress', ...parts } : undefined;
}

function person(document: ProfileDocument, context: LinkedDataContext): object {
  const basics = document.basics ?? {};
  const current = document.work
    ?.filter((item) => !item.endDate?.trim() || isOngoing(item.endDate))
    .map((item) => item.name);
  const web = [basics.url, ...(basics.profiles ?? []).map((profile) => profile.url)]
    .map(safeHref)
    .filter((href): href is string => href !== null && /^https?:/.test(href));
  return {
    '@type': 'Person',
    name: basics.name || undefined,
    jobTitle: basics.label || undefined,
    description: basics.summary || undefined,
    url: context.url,
    image: context.image,
    email: mailHref(basics.email) ?? undefined,
    telephone: basics.phone || undefined,
    address: address(document),
    sameAs: texts(web, 20),
    worksFor: organizations(current),
    alumniOf: organizations(document.education?.map((item) => item.institution)),
    knowsAbout: texts(
      document.skills?.map((skill) => skill.name),
      20,
    ),
    knowsLanguage: texts(
      document.languages?.map((item) => item.language),
      20,
    ),
  };
}

/**
 * The schema.org ProfilePage of a profile as JSON that is safe inside a script element: nothing in it can end the element or start a
 * comment. https://schema.org/ProfilePage
 * @param document the visible document
 */
export function profileLinkedData(document: ProfileDocument, context: LinkedDataContext): string {
  const page = {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: context.url,
    dateModified: context.modifiedAt,
    mainEntity: person(document, context),
  };
  return JSON.stringify(page).replace(
    /[<>&\u2028\u2029]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
