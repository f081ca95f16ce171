import { vcardOf } from './vcard';

describe('vcardOf', () => {
  it('writes name, role, contact, links and place into a vCard', () => {
    const card = vcardOf({
      basics: {
        name: 'Iyer; Meenakshi',
        label: 'Engineer',
        email: 'm@example.in',
        url: 'https://example.in/about',
        location: { city: 'Chennai', countryCode: 'IN' },
      },
    });
    expect(card.split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Iyer\\; Meenakshi',
      'N:;Iyer\\; Meenakshi;;;',
      'TITLE:Engineer',
      'EMAIL:m@example.in',
      'ADR:;;;Chennai;;;IN',
      'URL:https://example.in/about',
      'END:VCARD',
      '',
    ]);
  });

  it('folds vCard lines at 75 octets without breaking a character', () => {
    const name = 'मीनाक्षी '.repeat(20).trim();
    const card = vcardOf({ basics: { name } });
    for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(card.replaceAll('\r\n ', '')).toContain(`FN:${name}\r\n`);
  });

  it('escapes line breaks so that no text begins a vCard property', () => {
    expect(vcardOf({ basics: { name: 'A\r\nEMAIL:evil@example.in' } })).toContain('FN:A\\nEMAIL:evil@example.in\r\n');
  });
});
