import type * as idbKeyval from 'idb-keyval';

type Store = Map<IDBValidKey, unknown>;
const holder = globalThis as { canarStubIdb?: Store };

/** IndexedDB in memory, one for all module instances of a spec; values are copied as the database copies them. */
const store = (holder.canarStubIdb ??= new Map());

const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

export const get = (async (key: IDBValidKey) => copy(store.get(key))) as typeof idbKeyval.get;
export const set: typeof idbKeyval.set = async (key, value) => void store.set(key, copy(value));
export const del: typeof idbKeyval.del = async (key) => void store.delete(key);
export const delMany: typeof idbKeyval.delMany = async (keys) => keys.forEach((key) => store.delete(key));
export const keys = (async () => [...store.keys()]) as typeof idbKeyval.keys;
export const getMany = (async (wanted: IDBValidKey[]) =>
  wanted.map((key) => copy(store.get(key)))) as typeof idbKeyval.getMany;
