import type { ProfileDocument } from '@canar/profile-document';
import { renderPublicPage } from './server';
import { templates } from './templates';
import { pageOf, sample, samples } from './testing/documents';

const scripts = (html: string): string[] =>
  [...html.matchAll(/<script([^>]*)>/g)].map((match) => (match[1] ?? '').trim());
const linkedData = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '');

describe.each(templates.map((template) => template.id))('a public page in %s', (templateId) => {
  it('renders each sample in under 50 kB without scripts or style attributes', () => {
    for (const document of samples) {
      const html = renderPublicPage(pageOf(document, { templateId }));
      expect(html.startsWith('<!doctype html><html lang="en" dir="ltr"><head>')).toBe(true);
      expect(html.endsWith('</body></html>')).toBe(true);
      expect(scripts(html)).toEqual(['type="application/ld+json"']);
      expect(html).not.toMatch(/ on[a-z]+="| style="|javascript:/i);
      expect(Buffer.byteLength(html)).toBeLessThan(50_000);
    }
  });

  it('contains no byte of hidden data', () => {
    const document: ProfileDocument = {
      ...sample('sample'),
      salary: 'top-secret-1',
      meta: {
        canar: {
          ids: { work: ['w'] },
          hidden: ['w'],
          sections: [{ key: 'volunteer', hidden: true, title: 'top-secret-2' }],
        },
      },
    };
    const html = renderPublicPage(pageOf(document, { templateId, hiddenFields: ['email', 'phone', 'address'] }));
    for (const secret of [
      'richard.hendriks@mail.com',
      '555-4321',
      '5554321',
      '2712 Broadway',
      '94115',
      'Pied Piper is',
      'CoderDojo',
      'top-secret',
    ]) {
      expect(html).not.toContain(secret);
    }
    expect(html).toContain('San Francisco');
  });
});

describe('a public page', () => {
  const evil = '</script></style><script>alert(1)</script><!--"\u2028';

  it('lets no text end its data block, style element or attribute', () => {
    const document: ProfileDocument = {
      basics: { name: evil, label: evil, summary: evil },
      meta: { canar: { design: { accent: 'red}</style><script>alert(1)</script>' }, locale: '"><script>' } },
    };
    const html = renderPublicPage(pageOf(document, { card: { url: `/p/x"${evil}`, width: 1200, height: 630 } }));
    expect(scripts(html)).toEqual(['type="application/ld+json"']);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toContain('<!--');
    expect(linkedData(html)).toMatchObject({ mainEntity: { name: evil } });
  });

  it('contains structured data about the person', () => {
    const html = renderPublicPage(pageOf(sample('examples/senior-engineer'), { modifiedAt: '2026-01-02T03:04:05Z' }));
    expect(linkedData(html)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      dateModified: '2026-01-02T03:04:05Z',
      mainEntity: {
        '@type': 'Person',
        name: 'Dr. Lena Vasquez',
        jobTitle: 'Staff Software Engineer, Distributed Systems',
        email: 'mailto:lena.vasquez@example.com',
        address: { addressLocality: 'San Francisco', addressCountry: 'US' },
        worksFor: [{ '@type': 'Organization', name: 'Confluent' }],
        alumniOf: [{ name: 'University of Texas at Austin' }],
        knowsLanguage: ['English', 'Spanish', 'Portuguese'],
        sameAs: expect.arrayContaining(['https://github.com/lvasquez']),
      },
    });
    expect(JSON.stringify(linkedData(html))).not.toContain('telephone');
  });

  it('renders the metadata that search engines and messengers read', () => {
    const card = { url: '/p/mina/card.png', width: 1200, height: 630 };
    const html = renderPublicPage(
      pageOf({ basics: { name: 'Mina Iyer', label: 'Engineer', summary: 'One.\n\nTwo.' } }, { card }),
    );
    for (const part of [
      '<title>Mina Iyer – Engineer</title>',
      '<meta name="description" content="One. Two."/>',
      '<link rel="canonical" href="https://canar.example/p/mina"/>',
      '<meta property="og:type" content="profile"/>',
      '<meta property="og:title" content="Mina Iyer – Engineer"/>',
      '<meta property="og:url" content="https://canar.example/p/mina"/>',
      '<meta property="og:image" content="https://canar.example/p/mina/card.png"/>',
      '<meta name="twitter:card" content="summary_large_image"/>',
      '<link rel="alternate" type="application/json" href="/p/mina.json"/>',
    ]) {
      expect(html).toContain(part);
    }
    expect(html).not.toContain('noindex');
  });

  it('offers the photo as preview picture when there is no card', () => {
    const photo = {
      sizes: [
        { width: 128, url: '/p/media/a.webp', jpegUrl: '/p/media/a.jpg' },
        { width: 512, url: '/p/media/b.webp', jpegUrl: '/p/media/b.jpg' },
      ],
    };
    const html = renderPublicPage(pageOf({ basics: { name: 'Mina' } }, { photo }));
    expect(html).toContain('<meta property="og:image" content="https://canar.example/p/media/b.jpg"/>');
    expect(html).toContain('content="summary"');
  });

  it('asks search engines not to index an unlisted page', () => {
    expect(renderPublicPage(pageOf({}, { indexable: false }))).toContain('<meta name="robots" content="noindex"/>');
  });

  it('shows the branding and the demonstration notice when configured', () => {
    expect(renderPublicPage(pageOf({}))).toContain('Made with Canar');
    expect(renderPublicPage(pageOf({}, { madeWith: undefined }))).not.toContain('Made with');
    expect(renderPublicPage(pageOf({}, { demonstration: true }))).toContain('This is a demonstration');
  });

  it('renders the same page for the same data', () => {
    const page = pageOf(sample('sample'));
    expect(renderPublicPage(page)).toBe(renderPublicPage(page));
  });
});
