'use client';

import { useEffect, useEffectEvent } from 'react';

/** Calls back when a browser brings this page back out of its memory, as the back button does: what it shows is as old as that. */
export function useReturn(onReturn: () => void): void {
  const tell = useEffectEvent(onReturn);
  useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => event.persisted && tell();
    window.addEventListener('pageshow', onPageShow);
    return () => window.removeEventListener('pageshow', onPageShow);
  }, []);
}
