import type { ProfileDocument } from '@canar/profile-document';
import { renderToStaticMarkup } from 'react-dom/server';
import { ProfilePage, templates } from './index';
import { sample, samples } from './testing/documents';
import type { ProfilePageProps } from './view';

const each = templates.map((template) => template.id);

function markup(document: ProfileDocument, templateId = 'classic', props: Partial<ProfilePageProps> = {}): string {
  return renderToStaticMarkup(<ProfilePage document={document} templateId={templateId} {...props} />);
}

function headings(html: string): string[] {
  return [...html.matchAll(/<(h[1-6])[^>]*>/g)].map((match) => match[1] ?? '');
}

/** The text of markup. */
function textOf(html: string): string {
  const words = html
    .replaceAll('<wbr/>', '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return words.replace(/\s+/g, ' ');
}

describe.each(each)('the template %s', (id) => {
  it('shows every text of a document', () => {
    const html = textOf(markup(sample('examples/senior-engineer'), id));
    const document = sample('examples/senior-engineer');
    const texts = [
      'Dr. Lena Vasquez',
      'lena.vasquez@example.com',
      '(415) 555-0117',
      '88 Harrison Street, Unit 1402',
      ...(document.work ?? []).flatMap((item) => [
        item.name,
        item.position,
        item.location,
        item.summary,
        ...(item.highlights ?? []),
      ]),
      ...(document.education ?? []).flatMap((item) => [item.institution, item.score]),
      ...(document.publications ?? []).flatMap((item) => [item.name, item.publisher, item.summary]),
      ...(document.skills ?? []).flatMap((item) => [item.name, item.level]),
      ...(document.languages ?? []).flatMap((item) => [item.language, item.fluency]),
      ...(document.references ?? []).flatMap((item) => [item.name, item.reference]),
      ...(document.projects ?? []).flatMap((item) => [item.name, item.description]),
      'AWS Certified Solutions Architect - Professional',
      'Best Paper Award',
      'Cartography',
      'Feb 2020',
      'Present',
    ];
    expect(texts.filter((text) => text && !html.includes(text))).toEqual([]);
  });

  it('nests title, sections and items as headings in every sample', () => {
    for (const document of samples) {
      const order = headings(markup(document, id));
      expect(order[0]).toBe('h1');
      expect(order.filter((heading) => heading === 'h1')).toHaveLength(1);
      expect(order.slice(1).every((heading) => heading === 'h2' || heading === 'h3')).toBe(true);
      expect(order[1]).toBe('h2');
    }
  });

  it('renders nothing for empty fields', () => {
    const html = markup(
      { basics: { name: ' ', email: '', profiles: [{}] }, work: [{}, { highlights: ['', ' '] }], skills: [] },
      id,
    );
    expect(headings(html)).toEqual(['h1']);
    expect(html).not.toContain('<li');
    expect(textOf(html).trim()).toBe('Profile');
  });
});

describe('places', () => {
  const document: ProfileDocument = {
    basics: { name: 'Mina', profiles: [{ username: 'hidden' }, { network: 'GitHub', username: 'mina' }] },
    work: [{ name: 'Hidden' }, { name: 'Shown', highlights: ['', 'Led'], startDate: '2020', endDate: '2021' }],
    education: [{ area: 'Physics', institution: 'IIT', courses: ['Optics'] }],
    languages: [{ language: 'Tamil', fluency: 'Native' }],
    meta: {
      canar: {
        ids: { work: ['a', 'b'], education: ['e'], languages: ['l'], profiles: ['p', 'q'] },
        hidden: ['a', 'p'],
      },
    },
  };

  it('marks the field of each line, past hidden items and empty lines', () => {
    const html = markup(document, 'classic', { places: true });
    const places = [...html.matchAll(/data-place="([^"]+)"/g)].map(([, place]) => place);
    expect(places).toEqual([
      'basics/name',
      'profiles/q/username',
      'title/work',
      'work/b',
      'work/b/name',
      'work/b/startDate',
      'work/b/endDate',
      'work/b/highlights/1',
      'title/education',
      'education/e',
      'education/e/area',
      'education/e/institution',
      'education/e/courses',
      'education/e/courses/0',
      'title/languages',
      'languages/l',
      'languages/l/language',
      'languages/l/fluency',
    ]);
  });

  it.each(each)("omits marks of lines from a visitor's page in the template %s", (id) => {
    expect(markup(document, id)).not.toContain('data-place');
    expect(markup(document, id)).toBe(markup(document, id, { places: true }).replace(/ data-place="[^"]*"/g, ''));
  });
});

describe('a profile page', () => {
  it('follows order, titles and visibility of sections and items', () => {
    const html = markup({
      work: [{ name: 'Shown' }, { name: 'Secret job' }],
      skills: [{ name: 'Go' }],
      awards: [{ title: 'Secret award' }],
      meta: {
        canar: {
          sections: [{ key: 'custom-talks' }, { key: 'skills', title: 'Tools' }, { key: 'awards', hidden: true }],
          custom: [{ key: 'custom-talks', title: 'Talks', items: [{ name: 'Raft', date: '2024-05' }] }],
          ids: { work: ['a', 'b'] },
          hidden: ['b'],
        },
      },
    });
    expect([...html.matchAll(/<h2[^>]*><bdi>([^<]+)/g)].map((match) => match[1])).toEqual([
      'Talks',
      'Tools',
      'Experience',
    ]);
    expect(html).toContain('<time dateTime="2024-05">May 2024</time>');
    expect(html).not.toContain('Secret');
  });

  it('links safe addresses and renders the rest as text', () => {
    const html = markup({
      basics: { url: 'vasquez.example', profiles: [{ network: 'Chat', username: 'x', url: 'ftp://x.example' }] },
      work: [{ position: 'A', name: 'B', url: ' JavaScript:alert(1)' }],
      projects: [{ name: 'P', url: 'https://good.example@evil.example/' }],
    });
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(hrefs).toEqual(['https://vasquez.example/']);
    expect(html).toMatch(/rel="me nofollow noopener noreferrer"/);
  });

  it('escapes HTML in texts', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const html = markup({
      basics: { name: evil, label: evil, summary: evil },
      work: [{ name: evil, highlights: [evil] }],
    });
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('renders dates and labels in the language of the document', () => {
    const html = markup({ work: [{ name: 'A', startDate: '2019-05' }], meta: { canar: { locale: 'hi-IN' } } });
    expect(html).toContain('lang="hi-IN"');
    expect(textOf(html)).toContain('मई 2019 – वर्तमान');
    expect(html).toContain('कार्य अनुभव');
  });

  it('renders right to left for such a language, or such text without a language', () => {
    expect(markup({ meta: { canar: { locale: 'ar' } } })).toContain('dir="rtl"');
    expect(markup({ basics: { name: 'فاطمة' } })).toMatch(/^<article[^>]* dir="rtl"/);
    expect(markup({ basics: { name: 'Fatima' } })).toMatch(/^<article[^>]* dir="ltr"/);
  });

  it('renders a line of keywords in the direction of the page', () => {
    const skills = [{ name: 'الأنظمة الموزعة', keywords: ['مهندسة', 'TypeScript'] }];
    const html = markup({ skills, meta: { canar: { locale: 'ar' } } });
    expect(/<p class="cv-tags"[^>]*>.*?<\/p>/.exec(html)?.[0]).toBe(
      '<p class="cv-tags"><span><bdi>مهندسة</bdi></span><span>, <bdi>TypeScript</bdi></span></p>',
    );
  });

  it('labels a figure in education as the score, as the PDF does', () => {
    expect(textOf(markup({ education: [{ institution: 'A', score: '3.9/4.0' }] }))).toContain('Score 3.9/4.0');
  });

  it('renders one date for equal start and end, and typed dates unchanged', () => {
    const html = textOf(
      markup({
        work: [
          { name: 'A', startDate: '2019', endDate: '2019' },
          { name: 'B', startDate: 'Summer', endDate: 'now' },
        ],
      }),
    );
    expect(html).toContain('A 2019 B');
    expect(html).toContain('Summer – Present');
  });

  it('prefers the uploaded photo and accepts a linked picture over https only', () => {
    const photo = {
      sizes: [
        { width: 512, url: '/p/media/b.webp', jpegUrl: '/p/media/b.jpg' },
        { width: 128, url: '/p/media/a.webp', jpegUrl: '/p/media/a.jpg' },
      ],
    };
    const basics = { name: 'Mina', image: 'https://a.example/m.jpg' };
    const uploaded = markup({ basics }, 'modern', { photo });
    expect(uploaded).toContain('<source type="image/webp" srcSet="/p/media/a.webp 128w, /p/media/b.webp 512w"');
    expect(uploaded).toContain('src="/p/media/b.jpg" srcSet="/p/media/a.jpg 128w, /p/media/b.jpg 512w"');
    expect(uploaded).toContain('alt="Photo of Mina"');
    expect(uploaded).not.toContain('a.example');
    expect(markup({ basics })).toContain('src="https://a.example/m.jpg"');
    expect(markup({ basics: { image: 'http://a.example/m.jpg' } })).not.toContain('<img');
  });

  it('lets a narrow line break an address at its marks and nowhere else', () => {
    const html = markup({ basics: { email: 'lena@mail.example', url: 'https://lena.example/cv' } });
    expect(html).toContain('lena<wbr/>@mail<wbr/>.example</a>');
    expect(html).toContain('lena<wbr/>.example<wbr/>/cv</a>');
  });

  it('renders a page for an unknown template', () => {
    expect(markup({}, 'gone')).toBe(markup({}, 'classic'));
  });

  it('opens links in a new tab when configured', () => {
    expect(markup({ basics: { url: 'https://a.example' } }, 'classic', { linkTarget: '_blank' })).toContain(
      'target="_blank"',
    );
  });
});
