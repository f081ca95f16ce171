'use client';

import { createContext, use } from 'react';
import type { Imported } from '@/lib/api/types';
import type { ReviewSteps } from './use-review';
import type { ValueNames } from './use-value-name';

interface ReviewScreen extends ReviewSteps {
  names: ValueNames;
  lines: Imported['lines'];
  /** the value that is looked at; its lines are marked */
  selected: string | null;
  select: (pointer: string) => void;
}

/** The review that a component is part of. */
export const ReviewContext = createContext<ReviewScreen | null>(null);

/** The review one is in. */
export function useReviewScreen(): ReviewScreen {
  const screen = use(ReviewContext);
  if (!screen) throw new Error('useReviewScreen needs a ReviewContext above it.');
  return screen;
}
