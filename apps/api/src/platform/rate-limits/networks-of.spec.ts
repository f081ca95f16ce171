import { networksOf } from './networks-of';

describe('the networks of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7', null],
    ['::ffff:203.0.113.7', '203.0.113.7', null],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:0::/56'],
    ['2001:0DB8:1:1a2::1', '2001:db8:1:1a2::/64', '2001:db8:1:100::/56'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0:0::/56'],
    ['2001:db8::6:7:1:2:3', '2001:db8:0:6::/64', '2001:db8:0:0::/56'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:0::/56'],
    ['::1', '0:0:0:0::/64', '0:0:0:0::/56'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64', '64:ff9b:0:0::/56'],
    ['nothing', 'nothing', null],
  ])('maps the address %s to the networks %s and %s', (address, network, site) => {
    expect(networksOf(address)).toEqual({ network, site });
  });
});
