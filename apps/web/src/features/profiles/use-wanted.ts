'use client';

import { useEffect, useState } from 'react';
import { allProfiles, type Wanted } from './api/list-profiles';

const PAUSE_MS = 250;

/** Which profiles are wanted; words are searched when the typing pauses. */
export function useWanted() {
  const [wanted, setWanted] = useState(allProfiles);
  const [typed, onType] = useState('');
  useEffect(() => {
    const search = typed.trim();
    const timer = setTimeout(
      () => setWanted((last) => (last.search === search ? last : { ...last, search })),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [typed]);
  const onChange = (change: Partial<Wanted>) => setWanted((last) => ({ ...last, ...change }));
  const showAll = () => {
    onType('');
    setWanted(allProfiles);
  };
  return { wanted, typed, onType, onChange, showAll };
}
