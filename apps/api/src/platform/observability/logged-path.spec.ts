import { loggedPathOf } from './logged-path';

describe('a path in the log', () => {
  it.each([
    ['/api/profiles?cursor=secret', '/api/profiles'],
    ['/p/asha.pdf', '/p/asha.pdf'],
    ['/p/asha/s/Xw3_9-kQ2', '/p/asha/s/…'],
    ['/p/asha/s/Xw3_9-kQ2.pdf?x=1', '/p/asha/s/….pdf'],
    ['/p/asha/s/Xw3_9-kQ2/card.png', '/p/asha/s/…/card.png'],
  ])('logs the address %s as %s', (url, expected) => {
    expect(loggedPathOf(url)).toBe(expected);
  });
});
