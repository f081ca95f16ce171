import { noReferrer, passedOnReferrer, referrerOf, unnamedHost } from './referrer';

describe('the referrer of a visit', () => {
  it.each([
    [undefined, noReferrer],
    ['', noReferrer],
    ['not an address', noReferrer],
    ['android-app://com.example.mail/', noReferrer],
    ['https://www.linkedin.com/in/somebody?secret=1', 'linkedin.com'],
    ['https://News.Example.co.in:8443/story', 'news.example.co.in'],
    ['https://someone:password@example.org/', 'example.org'],
    ['https://münchen.example/', 'xn--mnchen-3ya.example'],
    ['https://canar.example/profiles/', noReferrer],
    ['https://www.canar.example/', noReferrer],
    ['http://192.0.2.7/wiki', unnamedHost],
    ['http://[2001:db8::1]/', unnamedHost],
  ])('reads referrer %s as "%s": a host, never a path or numeric address', (referer, host) => {
    expect(referrerOf(referer, 'canar.example')).toBe(host);
  });

  it.each([
    [undefined, noReferrer],
    [['linkedin.com'], noReferrer],
    ['', noReferrer],
    ['two words', noReferrer],
    ['canar.example', noReferrer],
    [unnamedHost, unnamedHost],
    ['192.0.2.7', unnamedHost],
    ['linkedin.com', 'linkedin.com'],
    ['me:secret@www.linkedin.com/in/me?mail=me', 'linkedin.com'],
  ])('reads a passed-on referrer %j as "%s"', (host, referrer) => {
    expect(passedOnReferrer(host, 'canar.example')).toBe(referrer);
  });
});
