'use client';

import { useEffect, useMemo } from 'react';

/** How long an address stays good after its file is gone from the page: a tab opened from it may still be loading. */
const GRACE_MS = 60_000;

/** An address for a file in memory, given back when the file changes or the page is left; null without a file. */
export function useBlobAddress(blob: Blob | undefined, mediaType: string): string | null {
  const address = useMemo(
    () => (blob ? URL.createObjectURL(new Blob([blob], { type: mediaType })) : null),
    [blob, mediaType],
  );
  useEffect(() => {
    if (!address) return;
    return () => void setTimeout(() => URL.revokeObjectURL(address), GRACE_MS);
  }, [address]);
  return address;
}
