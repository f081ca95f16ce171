import { deviceName } from './device-name';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const firefox = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

describe('deviceName', () => {
  it.each([
    [chrome, 'Chrome', 'Windows'],
    [safari, 'Safari', 'iOS'],
    [firefox, 'Firefox', 'Android'],
    ['curl/8.5.0', null, null],
    ['', null, null],
    [null, null, null],
  ])('names browser and system of %j', (userAgent, browser, system) => {
    expect(deviceName(userAgent)).toEqual({ browser, system });
  });
});
