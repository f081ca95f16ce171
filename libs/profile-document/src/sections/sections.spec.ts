import { emptyDocument } from '../schema/empty-document';
import type { ProfileDocument } from '../schema/schema';
import { defaultTitle, orderedSections, sectionKeys, sections, summaryTitle } from './sections';

describe('sections', () => {
  it('lists twelve sections, basics first', () => {
    expect(sections.map((section) => section.key)).toEqual(['basics', ...sectionKeys]);
    expect(sections).toHaveLength(12);
  });

  it('titles sections in the language of the locale, else in English', () => {
    expect(defaultTitle('work')).toBe('Experience');
    expect(defaultTitle('work', 'hi-IN')).toBe('कार्य अनुभव');
    expect(defaultTitle('references', 'ta')).toBe('பரிந்துரைகள்');
    expect(defaultTitle('basics', 'zh-Hans-CN')).toBe('个人简介');
    expect(defaultTitle('work', 'fi')).toBe('Experience');
    expect(defaultTitle('work', 'constructor')).toBe('Experience');
    expect(defaultTitle('custom-talks', 'de')).toBe('');
  });

  it.each(['hi', 'mr', 'bn', 'ta', 'te', 'gu', 'kn', 'pa', 'ml', 'de', 'fr', 'es', 'ar', 'he', 'zh', 'ja', 'ko'])(
    'titles the twelve sections differently in %s',
    (locale) => {
      const titles = sections.map(({ key }) => defaultTitle(key, locale));
      expect(new Set(titles).size).toBe(12);
      expect(titles.every((title) => title.trim() === title && title !== '')).toBe(true);
    },
  );

  it('orders sections by the settings of the document, then by default', () => {
    const document: ProfileDocument = {
      skills: [{ name: 'Go' }],
      meta: {
        canar: {
          ids: { skills: ['s'] },
          sections: [
            { key: 'custom-talks', title: 'On stage' },
            { key: 'skills', title: ' Tools ', hidden: true },
            { key: 'gone' },
            { key: 'skills', title: 'again' },
          ],
          custom: [
            { key: 'custom-talks', title: 'Talks', items: [{ name: 'Raft' }] },
            { key: 'custom-more', title: 'More' },
          ],
        },
      },
    };
    const ordered = orderedSections(document);
    expect(ordered.map((section) => section.key)).toEqual([
      'custom-talks',
      'skills',
      ...sectionKeys.filter((key) => key !== 'skills'),
      'custom-more',
    ]);
    const [talks, skills] = ordered;
    expect(talks).toMatchObject({
      kind: 'custom',
      title: 'On stage',
      hidden: false,
      ids: [],
      items: [{ name: 'Raft' }],
    });
    expect(skills).toMatchObject({ kind: 'skills', title: 'Tools', hidden: true, ids: ['s'], items: [{ name: 'Go' }] });
  });

  it('titles the summary as the owner does', () => {
    expect(summaryTitle({ meta: { canar: { sections: [{ key: 'basics', title: 'About me' }] } } })).toBe('About me');
    expect(summaryTitle({ meta: { canar: { locale: 'hi' } } })).toBe('परिचय');
  });
});

describe('an empty document', () => {
  it('creates a document of name and e-mail address of the owner only', () => {
    expect(emptyDocument()).toEqual({});
    expect(emptyDocument({ name: 'Mina', email: '' })).toEqual({ basics: { name: 'Mina' } });
  });
});
