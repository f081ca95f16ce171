import type { Notifications } from '../../platform/database/notifications';
import { ProfileId } from '../../platform/ids/ids';
import { publicationChannel } from '../persistence/publication.repository';
import { PageMemory, type RenderedPage } from './page-memory';

function pageOf(profileId: string, bytes: number): RenderedPage {
  return { profileId: ProfileId(profileId), html: Buffer.alloc(bytes), digest: '1' } as unknown as RenderedPage;
}

function memoryWith(live = true) {
  let heard: (profileId: string) => void = () => undefined;
  let lost: () => void = () => undefined;
  const listen = (channel: string, ...listeners: [typeof heard, typeof lost]) => {
    if (channel === publicationChannel) [heard, lost] = listeners;
  };
  const notifications = { live, listen };
  const memory = new PageMemory(notifications as unknown as Notifications);
  return { memory, heard: (profileId: string) => heard(profileId), lost: () => lost() };
}

describe('PageMemory', () => {
  const megabyte = 1024 * 1024;

  it('stores 48 MB of pages and evicts the least recently used', () => {
    const { memory } = memoryWith();
    for (let n = 0; n < 48; n += 1) memory.store(`slug-${n}`, pageOf(`${n}`, megabyte), memory.mark);
    memory.find('slug-0');
    memory.store('large', pageOf('large', 2 * megabyte), memory.mark);
    expect(['slug-0', 'slug-1', 'slug-2', 'slug-3', 'large'].map((slug) => memory.find(slug) !== undefined)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  it('frees the bytes of evicted and replaced pages', () => {
    const { memory, heard, lost } = memoryWith();
    const fill = () => {
      for (let n = 0; n < 48; n += 1) memory.store(`slug-${n}`, pageOf(`${n}`, megabyte), memory.mark);
    };
    fill();
    fill();
    heard('47');
    memory.store('slug-47', pageOf('47', megabyte), memory.mark);
    expect(memory.find('slug-0')).toBeDefined();
    lost();
    fill();
    expect(memory.find('slug-0')).toBeDefined();
  });

  it('stores at most two thousand pages', () => {
    const { memory } = memoryWith();
    for (let n = 0; n <= 2_000; n += 1) memory.store(`slug-${n}`, pageOf(`${n}`, 1), memory.mark);
    expect([memory.find('slug-0'), memory.find('slug-1')?.profileId]).toEqual([undefined, '1']);
  });
});
