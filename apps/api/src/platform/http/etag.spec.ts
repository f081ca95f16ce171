import { etagOf, matches, versionsIn } from './etag';

describe('versionsIn', () => {
  it.each([
    ['one tag', '"7"', ['7']],
    ['a tag that a proxy made weak', 'W/"7"', ['7']],
    ['several tags', '"6", W/"7"', ['6', '7']],
    ['a tag without quotes', '7', []],
    ['any version', '*', 'any'],
    ['no header', undefined, null],
    ['an empty header', '', null],
  ])('parses the If-Match header %s', (_, header, versions) => {
    expect(versionsIn(header)).toEqual(versions);
  });
});

describe('matches', () => {
  it('finds an ETag in If-None-Match, weak or strong, and * matches every one', () => {
    expect(['"7"', 'W/"7"', '"6", "7"', '*'].map((header) => matches(header, etagOf(7)))).toEqual(Array(4).fill(true));
    expect(['"6"', '7', undefined].map((header) => matches(header, etagOf(7)))).toEqual(Array(3).fill(false));
  });
});
