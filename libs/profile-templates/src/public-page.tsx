import { type HideableField, parseUrl, type ProfileDocument, visibleDocument } from '@canar/profile-document';
import type { ReactNode } from 'react';
import { profileLinkedData } from './json-ld';
import { profileCss } from './profile-css';
import { ProfilePage } from './profile-page';
import { pageCss } from './styles/page';
import { drawnTemplate } from './templates';
import { type Photo, type ProfileLinks, settingOf } from './view';
import { type Words, wordsOf } from './words';

/** The data of a public page. */
export interface PublicPage {
  document: ProfileDocument;
  templateId: string;
  /** contact details that the publication hides */
  hiddenFields: readonly HideableField[];
  /** the canonical address of the page, absolute */
  url: string;
  /** whether search engines may list it; unlisted and protected pages say noindex */
  indexable: boolean;
  /** BCP 47; the document's own by default */
  locale?: string;
  photo?: Photo;
  links?: ProfileLinks;
  /** the social card: address absolute or from the root, size in pixels */
  card?: { url: string; width: number; height: number };
  /** the link of "Made with Canar", which is omitted without it */
  madeWith?: string;
  /** marks the page as a demonstration */
  demonstration?: boolean;
  /** RFC 3339 */
  modifiedAt?: string;
}

function absolute(address: string, base: string): string {
  return parseUrl(address, base)?.href ?? address;
}

function shortened(text: string, max: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= max) return flat;
  return `${flat
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/\s+\S*$/, '')}…`;
}

function headline(document: ProfileDocument, words: Words): { title: string; description: string } {
  const { name, label, summary } = document.basics ?? {};
  const title = [name?.trim() || words.unnamed, label?.trim()].filter(Boolean).join(' – ');
  return { title: shortened(title, 120), description: shortened(summary?.trim() || title, 200) };
}

function OpenGraph(props: { page: PublicPage; title: string; description: string; locale: string }): ReactNode {
  const { page, title, description } = props;
  const largest = [...(page.photo?.sizes ?? [])].sort((a, b) => b.width - a.width)[0];
  const image = page.card ?? (largest && { url: largest.jpegUrl, width: largest.width, height: largest.width });
  const property = (name: string, content: string | undefined): ReactNode =>
    content ? <meta key={name} property={name} content={content} /> : null;
  return (
    <>
      {property('og:type', 'profile')}
      {property('og:title', title)}
      {property('og:description', description)}
      {property('og:url', page.url)}
      {property('og:locale', props.locale.replace('-', '_'))}
      {image ? property('og:image', absolute(image.url, page.url)) : null}
      {image ? property('og:image:width', String(image.width)) : null}
      {image ? property('og:image:height', String(image.height)) : null}
      {image ? property('og:image:alt', title) : null}
      <meta name="twitter:card" content={page.card ? 'summary_large_image' : 'summary'} />
    </>
  );
}

function Alternates({ links }: { links: ProfileLinks | undefined }): ReactNode {
  if (!links) return null;
  return (
    <>
      <link rel="alternate" type="application/json" href={links.json} />
      <link rel="alternate" type="application/pdf" href={links.pdf} />
      <link rel="alternate" type="text/vcard" href={links.vcard} />
    </>
  );
}

function Head({ page, visible, locale }: { page: PublicPage; visible: ProfileDocument; locale: string }): ReactNode {
  const { title, description } = headline(visible, wordsOf(locale));
  const { style } = drawnTemplate(page.templateId);
  const largest = [...(page.photo?.sizes ?? [])].sort((a, b) => b.width - a.width)[0];
  const image = largest && absolute(largest.jpegUrl, page.url);
  const linkedData = profileLinkedData(visible, { url: page.url, image, modifiedAt: page.modifiedAt });
  const css = profileCss(page.templateId, visible.meta?.canar?.design) + pageCss;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={page.url} />
      {page.indexable ? null : <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={style.light.paper} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={style.dark.paper} />
      <meta name="format-detection" content="telephone=no" />
      <OpenGraph page={page} title={title} description={description} locale={locale} />
      <Alternates links={page.links} />
      <style dangerouslySetInnerHTML={{ __html: css }} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linkedData }} />
    </head>
  );
}

/** A whole public page as a React tree; the renderer adds the document type. */
export function PublicPageDocument({ page }: { page: PublicPage }): ReactNode {
  const visible = visibleDocument(page.document, { hiddenFields: page.hiddenFields });
  const { locale, direction } = settingOf(visible, page.locale);
  const { id } = drawnTemplate(page.templateId);
  const words = wordsOf(locale);
  return (
    <html lang={locale} dir={direction}>
      <Head page={page} visible={visible} locale={locale} />
      <body className={`cv-page cv-is-${id}`}>
        {page.demonstration ? <p className="cv-demonstration">{words.demonstration}</p> : null}
        <main>
          <ProfilePage document={visible} templateId={id} locale={page.locale} photo={page.photo} links={page.links} />
        </main>
        {page.madeWith ? (
          <footer className="cv-made">
            <a href={page.madeWith}>{words.madeWith}</a>
          </footer>
        ) : null}
      </body>
    </html>
  );
}
