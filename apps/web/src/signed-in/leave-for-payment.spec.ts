import { returnAddress } from './leave-for-payment';

const page = { pathname: '/checkout/return/', search: '?status=paid' };

describe('returnAddress', () => {
  afterEach(() => sessionStorage.clear());

  it('leads back to the language in which the buyer left', () => {
    sessionStorage.setItem('canar.return-locale', 'hi');
    expect(returnAddress('en', page)).toBe('/hi/checkout/return/?status=paid');
  });

  it('stays on a page in the language in which the buyer left', () => {
    sessionStorage.setItem('canar.return-locale', 'en');
    expect(returnAddress('en', page)).toBeNull();
  });

  it('stays when no language was stored', () => {
    expect(returnAddress('hi', page)).toBeNull();
  });
});
