import { sectionKeys } from '@canar/profile-document';
import { itemTitle, sectionFields } from './fields';

describe('the fields of sections', () => {
  it('are there for every section of JSON Resume', () => {
    expect(sectionKeys.filter((key) => sectionFields[key].length === 0)).toEqual([]);
  });

  it.each([
    ['work', { name: 'Tamarind', position: 'Engineer' }, 'Engineer · Tamarind'],
    ['education', { institution: 'CEG', studyType: 'B.E.', area: 'CS' }, 'CEG · B.E.'],
    ['skills', { keywords: ['Go'] }, ''],
    ['awards', { title: ' ', awarder: 'IEEE' }, 'IEEE'],
  ])('an entry of %s is called by what it says', (section, item, title) => {
    expect(itemTitle(section, item)).toBe(title);
  });
});
