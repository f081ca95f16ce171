import { sectionKeys } from '@canar/profile-document';
import { itemTitle, sectionFields } from './fields';

describe('the fields of sections', () => {
  it('defines fields for every section of JSON Resume', () => {
    expect(sectionKeys.filter((key) => sectionFields[key].length === 0)).toEqual([]);
  });

  it.each([
    ['work', { name: 'Tamarind', position: 'Engineer' }, 'Engineer · Tamarind'],
    ['education', { institution: 'CEG', studyType: 'B.E.', area: 'CS' }, 'CEG · B.E.'],
    ['skills', { keywords: ['Go'] }, ''],
    ['awards', { title: ' ', awarder: 'IEEE' }, 'IEEE'],
  ])('titles an entry of %s by its text', (section, item, title) => {
    expect(itemTitle(section, item)).toBe(title);
  });
});
