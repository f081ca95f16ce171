import { safeNext } from '@/lib/safe-next';
import { signInAddress } from './leave-to-sign-in';

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
