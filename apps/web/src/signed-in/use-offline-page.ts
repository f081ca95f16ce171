'use client';

import { useEffect } from 'react';

/** Stores the offline page on this device, for when a signed-in page is opened without a network. */
export function useOfflinePage(): void {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    // Where the browser rejects it, as in a private window, a browser's own page says that there is no network.
    navigator.serviceWorker.register('/offline-worker.js').catch(() => undefined);
  }, []);
}
