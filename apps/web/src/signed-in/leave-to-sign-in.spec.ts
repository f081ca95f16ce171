import { delMany, keys } from 'idb-keyval';
import { session } from '@/lib/api/session';
import { safeNext } from '@/lib/safe-next';
import { deviceAccount, rememberAccount } from './device/device-account';
import { store } from './device/device-store';
import { writeLocalDraft } from './drafts/local-draft';
import { leaveToSignIn, signInAddress } from './leave-to-sign-in';

jest.mock('idb-keyval');

describe('signInAddress', () => {
  it.each([
    ['/edit/', '?profile=p1', '/sign-in/?next=%2Fedit%2F%3Fprofile%3Dp1'],
    ['/hi/credits/', '', '/hi/sign-in/?next=%2Fhi%2Fcredits%2F'],
    ['/history/', '', '/sign-in/?next=%2Fhistory%2F'],
  ])('leads from %s%s to %s', (pathname, search, address) => {
    expect(signInAddress({ pathname, search })).toBe(address);
  });

  it('brings a person back to the same page and query', () => {
    const page = { pathname: '/statistics/', search: '?profile=p1&days=7#x' };
    const next = new URL(signInAddress(page), 'https://canar.example').searchParams.get('next');
    expect(safeNext(next, '/profiles/')).toBe('/statistics/?profile=p1&days=7#x');
  });
});

it('deletes what a rejected session displayed, except its unsent drafts', async () => {
  await delMany(await keys());
  session.begin('token');
  rememberAccount('u1');
  await store('answers', 'u1', '', []);
  await store('copy', 'u1', 'p1', {});
  await writeLocalDraft('u1', 'p1', { document: {}, etag: '"1"' });
  // jsdom does not navigate and says so.
  jest.spyOn(console, 'error').mockImplementation();
  const left = leaveToSignIn();
  expect([document.body.hidden, deviceAccount(), session.headers()]).toEqual([true, null, {}]);
  await left;
  expect((await keys<string>()).map((key) => key.split('.')[1])).toEqual(['draft']);
  document.body.hidden = false;
});
