import fc from 'fast-check';
import { parseDocument } from '../parse/parse-document';
import type { ProfileDocument } from '../schema/schema';
import { documents } from '../testing/documents';
import { hiddenByDefault, visibleDocument } from './visible-document';

const full: ProfileDocument = {
  basics: {
    name: 'Mina Iyer',
    email: 'mina@example.com',
    phone: '+91 98765',
    mobile: '+91 secret',
    location: { address: '12 Lane', postalCode: '411001', city: 'Pune', landmark: 'secret' },
    profiles: [
      { network: 'GitHub', url: 'https://github.com/m' },
      { network: 'Call', url: 'tel:+9198765' },
      { network: 'Hidden' },
    ],
  },
  work: [{ name: 'Shown' }, { name: 'Hidden' }],
  awards: [{ title: 'Hidden' }],
  salary: 'secret',
  meta: {
    version: 'v1',
    canar: {
      schema: 1,
      ids: { work: ['a', 'b'], profiles: ['p', 'q', 'r'], 'custom-talks': ['t', 'u'] },
      hidden: ['b', 'r', 'u'],
      sections: [
        { key: 'awards', hidden: true, title: 'Hidden' },
        { key: 'work', title: 'Jobs' },
      ],
      custom: [{ key: 'custom-talks', title: 'Talks', items: [{ name: 'Shown' }, { name: 'Hidden' }] }],
      locale: 'en-IN',
    },
  },
};

describe('what a visitor may see', () => {
  it('removes hidden sections, items, contact details and unknown fields', () => {
    expect(visibleDocument(full, { hiddenFields: hiddenByDefault })).toEqual({
      basics: {
        name: 'Mina Iyer',
        email: 'mina@example.com',
        location: { city: 'Pune' },
        profiles: [{ network: 'GitHub', url: 'https://github.com/m' }],
      },
      work: [{ name: 'Shown' }],
      meta: {
        version: 'v1',
        canar: {
          sections: [{ key: 'work', title: 'Jobs' }],
          custom: [{ key: 'custom-talks', title: 'Talks', items: [{ name: 'Shown' }] }],
          locale: 'en-IN',
        },
      },
    });
  });

  it('contains the contact details that the owner shows', () => {
    const { basics } = visibleDocument(full, { hiddenFields: ['email'] });
    expect(basics).toMatchObject({
      phone: '+91 98765',
      location: { address: '12 Lane', postalCode: '411001', city: 'Pune' },
    });
    expect(basics?.email).toBeUndefined();
    expect(basics?.profiles).toHaveLength(2);
  });

  describe('links that contain a hidden contact detail', () => {
    const contact = { email: 'mina@example.com', phone: '+91 98400 12345' };
    const visibleLinks = (link: Record<string, string>, phone = contact.phone) => {
      const document = { basics: { ...contact, phone, profiles: [link] } };
      return visibleDocument(document, { hiddenFields: ['email', 'phone'] }).basics?.profiles?.length;
    };

    it.each([
      'https://wa.me/919840012345',
      'https://api.whatsapp.com/send?phone=%2B91%2098400%2012345',
      'whatsapp://send?text=hello',
      'SMS:+91123',
      'https://t.me/+91-98400-12345',
      'https://example.com/?to=Mina%40Example.com',
      'MAILTO:someone@example.com',
    ])('removes the link %s', (url) => {
      expect([visibleLinks({ url }), visibleLinks({ username: url })]).toEqual([0, 0]);
      expect(visibleDocument({ basics: { ...contact, url } }, { hiddenFields: ['email', 'phone'] }).basics?.url).toBe(
        undefined,
      );
      expect(visibleDocument({ basics: { ...contact, url } }, { hiddenFields: [] }).basics?.url).toBe(url);
    });

    it('removes links with the number without country code, and no other link', () => {
      expect(visibleLinks({ url: 'https://wa.me/919840012345' }, '098400 12345')).toBe(0);
      expect(visibleLinks({ url: 'https://github.com/mina98400' }, '98400')).toBe(1);
      expect(visibleLinks({ url: 'https://example.com/2019/05/12345' })).toBe(1);
    });
  });

  it('leaves lists and items the same objects where nothing of them is hidden', () => {
    const { work, awards } = visibleDocument({ ...full, awards: [{ title: 'Shown' }] }, { hiddenFields: [] });
    expect([work?.[0] === full.work?.[0], work === full.work, awards]).toEqual([true, false, undefined]);
    const open = { work: full.work };
    expect(visibleDocument(open, { hiddenFields: hiddenByDefault }).work).toBe(full.work);
  });

  it('contains the name alone when basics is hidden', () => {
    const document = { ...full, work: [], meta: { canar: { sections: [{ key: 'basics', hidden: true }] } } };
    expect(visibleDocument(document, { hiddenFields: [] }).basics).toEqual({ name: 'Mina Iyer' });
  });

  it('returns a valid document without ids and leaves the original unchanged', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const before = JSON.stringify(document);
        const visible = visibleDocument(document, { hiddenFields: ['email', 'phone', 'address'] });
        expect(parseDocument(visible).ok).toBe(true);
        expect(visible.meta?.canar?.ids).toBeUndefined();
        expect([visible.basics?.email, visible.basics?.phone, visible.basics?.location?.address]).toEqual([
          undefined,
          undefined,
          undefined,
        ]);
        expect(JSON.stringify(document)).toBe(before);
      }),
    );
  });
});
