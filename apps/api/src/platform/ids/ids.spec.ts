import { ProfileId, TenantId, UserId } from './ids';

const find = (tenantId: TenantId, profileId: ProfileId) => [tenantId, profileId];
const tenantId = TenantId('tenant');
const profileId = ProfileId('profile');

describe('ids', () => {
  it('brands an id without changing its text', () => {
    expect(find(tenantId, profileId)).toEqual(['tenant', 'profile']);
  });

  it('makes swapped ids, ids of another kind and plain strings a compile error', () => {
    // @ts-expect-error the arguments are swapped
    find(profileId, tenantId);
    // @ts-expect-error a user is no profile
    find(tenantId, UserId('user'));
    // @ts-expect-error a string that nobody branded
    find('tenant', profileId);
  });
});
