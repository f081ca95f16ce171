'use client';

import { useSyncExternalStore } from 'react';

const TICK_MS = 10_000;

function watch(listener: () => void): () => void {
  const timer = setInterval(listener, TICK_MS);
  return () => clearInterval(timer);
}

const lastTick = () => Math.ceil(Date.now() / TICK_MS) * TICK_MS;

/** The time in milliseconds of the epoch, in steps of ten seconds. */
export function useNow(): number {
  return useSyncExternalStore(watch, lastTick, lastTick);
}
