import { deviceOf, kindOf } from './visit';

describe('the kind of a visit', () => {
  it.each([
    ['/p/:name', 'mina', 'page'],
    ['/p/:slug/s/:name', 'yJ3-_x', 'page'],
    ['/p/:name', 'mina.pdf', 'pdf'],
    ['/p/:slug/s/:name', 'yJ3-_x.json', 'json'],
    ['/p/:name', 'mina.md', 'markdown'],
    ['/p/:name', 'mina.vcf', 'vcard'],
    ['/p/:slug/cv.pdf', undefined, 'cv'],
    ['/p/:slug/s/:token/cv.pdf', undefined, 'cv'],
    ['/p/:name', 'mina.exe', null],
    ['/p/:slug/photo/:file', undefined, null],
    ['/p/:slug/card.png', undefined, null],
    ['/p/:slug/s/:token/qr.svg', undefined, null],
    ['/p/media/:file', undefined, null],
  ])('reads %s with %s as %s', (route, name, kind) => {
    expect(kindOf(route, name)).toBe(kind);
  });
});

describe('the device of a visit', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'desktop'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', 'desktop'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'desktop'],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36', 'mobile'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari', 'mobile'],
    ['Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'tablet'],
    ['Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1', 'tablet'],
    ['Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 Safari/537.36', 'other'],
    ['Something that nobody knows', 'other'],
  ])('classifies %s as %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });
});
