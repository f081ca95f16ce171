import { delMany, keys } from 'idb-keyval';
import { session } from '@/lib/api/session';
import { problem, stubApi } from '@/testing/stub-api';
import { readLocalDrafts, writeLocalDraft } from '../drafts/local-draft';
import { store, stored } from './device-store';
import { switchTenant, watchTenant } from './switch-tenant';

jest.mock('idb-keyval');

const route = 'POST /tenants/t2/switch';
const mine = { document: { basics: { name: 'Mine' } }, etag: '"1"' };

beforeEach(async () => {
  await delMany(await keys());
  localStorage.clear();
  session.begin('old');
  await store('answers', 'u1', '', ['of the former organisation']);
  await writeLocalDraft('u1', 'p1', mine);
});

describe('switchTenant', () => {
  it('acts with the new token, wipes former answers and keeps unsent drafts', async () => {
    stubApi({ [route]: { body: { accessToken: 'new' } } });
    await switchTenant('t2');
    expect(session.headers()).toEqual({ authorization: 'Bearer new' });
    expect(await stored('answers', 'u1')).toBeUndefined();
    expect((await readLocalDrafts('u1', 'p1')).map(({ draft }) => draft)).toEqual([mine]);
  });

  it('changes nothing when the API rejects it', async () => {
    stubApi({ [route]: problem(404, 'not-found') });
    await expect(switchTenant('t2')).rejects.toMatchObject({ status: 404 });
    expect(session.headers()).toEqual({ authorization: 'Bearer old' });
    expect(await stored('answers', 'u1')).toEqual(['of the former organisation']);
    expect(localStorage.getItem('canar.tenant')).toBeNull();
  });

  it('calls back in another tab until that stops listening', () => {
    const switched = jest.fn();
    const stop = watchTenant(switched);
    window.dispatchEvent(new StorageEvent('storage', { key: 'canar.theme' }));
    expect(switched).not.toHaveBeenCalled();
    window.dispatchEvent(new StorageEvent('storage', { key: 'canar.tenant', newValue: 't2' }));
    expect(switched).toHaveBeenCalledTimes(1);
    stop();
    window.dispatchEvent(new StorageEvent('storage', { key: 'canar.tenant', newValue: 't3' }));
    expect(switched).toHaveBeenCalledTimes(1);
  });
});
