import { mailHref, type ProfileLink, safeHref, telHref } from '@canar/profile-document';
import { memo, type ReactNode } from 'react';
import type { ProfileView } from '../view';
import { sameParts } from './same-parts';
import { Address, fieldPlace, MaybeLink, Prose, spokenAddress } from './text';

/** The name as the title of the page, and the headline. */
export function Names({ view }: { view: ProfileView }): ReactNode {
  const { name, label } = view.basics;
  return (
    <div className="cv-names">
      <h1 className="cv-name" dir="auto" data-place={view.placeOf('basics', 'name')}>
        {name?.trim() || view.words.unnamed}
      </h1>
      {label?.trim() ? (
        <p className="cv-role" dir="auto" data-place={view.placeOf('basics', 'label')}>
          {label.trim()}
        </p>
      ) : null}
    </div>
  );
}

/** The uploaded photo, else the picture that the document links to, else nothing. */
export function Portrait({ view }: { view: ProfileView }): ReactNode {
  if (view.photoForm === 'hidden') return null;
  const sizes = [...(view.photo?.sizes ?? [])].sort((a, b) => a.width - b.width);
  const largest = sizes.at(-1);
  const name = view.basics.name?.trim() || view.words.unnamed;
  const common = { className: 'cv-photo', width: 128, height: 128, decoding: 'async' as const };
  if (largest) {
    const set = (form: 'url' | 'jpegUrl') => sizes.map((size) => `${size[form]} ${size.width}w`).join(', ');
    return (
      <picture className="cv-picture">
        <source type="image/webp" srcSet={set('url')} sizes="128px" />
        <img {...common} src={largest.jpegUrl} srcSet={set('jpegUrl')} sizes="128px" alt={view.words.photoOf(name)} />
      </picture>
    );
  }
  const linked = safeHref(view.basics.image);
  if (!linked?.startsWith('https://')) return null;
  return (
    <img {...common} src={linked} alt="" referrerPolicy="no-referrer" data-place={view.placeOf('basics', 'image')} />
  );
}

interface FactProps {
  label: string;
  kind: string;
  place: string | undefined;
  children: ReactNode;
}

function Fact({ label, kind, place, children }: FactProps): ReactNode {
  return (
    <li className={`cv-fact cv-fact-${kind}`} data-place={place}>
      <span className="cv-label" dir="auto">
        {label}
      </span>{' '}
      <bdi className="cv-value">{children}</bdi>
    </li>
  );
}

function Linked({ href, text }: { href: string | null; text: string }): ReactNode {
  return href ? (
    <a className="cv-link" href={href}>
      <Address text={text} />
    </a>
  ) : (
    <Address text={text} />
  );
}

interface ProfileFactProps {
  profile: ProfileLink;
  id: string | undefined;
  view: ProfileView;
}

function ProfileFact({ profile, id, view }: ProfileFactProps): ReactNode {
  const address = spokenAddress(profile.url ?? '');
  const [network, username] = [profile.network?.trim(), profile.username?.trim()];
  const text = username || (network ? '' : address) || (address && address !== network ? address : '');
  if (!network && !text) return null;
  const field = username ? 'username' : text ? 'url' : 'network';
  return (
    <Fact label={network || view.words.web} kind="profile" place={fieldPlace(id && `profiles/${id}`, field)}>
      <MaybeLink url={profile.url} target={view.linkTarget} me>
        <Address text={text || network || ''} />
      </MaybeLink>
    </Fact>
  );
}

function locationText(view: ProfileView): string {
  const { address, postalCode, city, region, countryCode } = view.basics.location ?? {};
  const country = countryName(countryCode?.trim(), view.locale);
  const lines = [address?.replace(/\s*\n\s*/g, ', '), [postalCode, city].filter(Boolean).join(' '), region, country];
  return lines.filter((line) => line?.trim()).join(', ');
}

/** By locale: making one costs more than all of the header. */
const countryNames = new Map<string, Intl.DisplayNames>();

function countryName(code: string | undefined, locale: string): string | undefined {
  if (!code || !/^[a-z]{2}$/i.test(code)) return code;
  const names = countryNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  countryNames.set(locale, names);
  return names.of(code.toUpperCase());
}

function DrawnContact({ view }: { view: ProfileView }): ReactNode {
  const { email, phone, url, profiles } = view.basics;
  const { words } = view;
  const place = locationText(view);
  const at = (field: string) => view.placeOf('basics', field);
  const facts = [
    place && (
      <Fact key="place" label={words.place} kind="place" place={at('location')}>
        {place}
      </Fact>
    ),
    email?.trim() && (
      <Fact key="email" label={words.email} kind="email" place={at('email')}>
        <Linked href={mailHref(email)} text={email.trim()} />
      </Fact>
    ),
    phone?.trim() && (
      <Fact key="phone" label={words.phone} kind="phone" place={at('phone')}>
        <Linked href={telHref(phone)} text={phone.trim()} />
      </Fact>
    ),
    url?.trim() && (
      <Fact key="url" label={words.web} kind="web" place={at('url')}>
        <MaybeLink url={url} target={view.linkTarget} me>
          <Address text={spokenAddress(url)} />
        </MaybeLink>
      </Fact>
    ),
    ...(profiles ?? []).map((profile, index) => (
      <ProfileFact key={`profile-${index}`} profile={profile} id={view.linkIds[index]} view={view} />
    )),
  ];
  return facts.some(Boolean) ? <ul className="cv-contact">{facts}</ul> : null;
}

/** What of a view its contact details show. */
function contactOf({ basics, locale, linkTarget, linkIds, placeOf }: ProfileView) {
  const { email, phone, url, profiles, location } = basics;
  return { email, phone, url, profiles, location, locale, linkTarget, linkIds, place: placeOf('basics') };
}

/** Contact details: place, mail, telephone, web, accounts elsewhere. Rendered again only when one of them changes. */
export const Contact = memo(DrawnContact, (before, after) => sameParts(contactOf(before.view), contactOf(after.view)));

/** The summary. */
export function Summary({ view }: { view: ProfileView }): ReactNode {
  if (!view.basics.summary?.trim()) return null;
  return (
    <section className="cv-section cv-summary">
      <h2 className="cv-heading" data-place={view.placeOf('title', 'basics')}>
        <bdi>{view.summaryTitle}</bdi>
      </h2>
      <div className="cv-list">
        <Prose text={view.basics.summary} className="cv-prose" place={view.placeOf('basics', 'summary')} />
      </div>
    </section>
  );
}

/** Links to the profile in other formats; not in print. */
export function Downloads({ view }: { view: ProfileView }): ReactNode {
  const { links, words } = view;
  if (!links) return null;
  const entries = [
    [words.pdf, links.pdf],
    [words.cv, links.cv],
    [words.vcard, links.vcard],
    [words.json, links.json],
  ].filter((entry): entry is [string, string] => entry[1] !== undefined);
  return (
    <nav className="cv-downloads" aria-label={words.downloads}>
      {entries.map(([name, href]) => (
        <a key={name} className="cv-link" href={href} target={view.linkTarget} rel="nofollow">
          {name}
        </a>
      ))}
    </nav>
  );
}
