'use client';

import { useReducer } from 'react';
import type { Imported } from '@/lib/api/types';
import { type Review, reviewOf } from './review';

interface State {
  review: Review;
  past: readonly Review[];
  /** what the last step changed: typing in one field is one step */
  last: string | null;
}

type Action = { undo: true } | { undo: false; where: string | null; change: (review: Review) => Review };

function reduce(state: State, action: Action): State {
  if (action.undo) {
    const review = state.past.at(-1);
    return review ? { review, past: state.past.slice(0, -1), last: null } : state;
  }
  const review = action.change(state.review);
  if (review === state.review) return state;
  const same = action.where !== null && action.where === state.last;
  return { review, past: same ? state.past : [...state.past, state.review], last: action.where };
}

/** The review of an import as its owner changes it, step by step. */
export interface ReviewSteps {
  review: Review;
  /** whether anything was changed */
  changed: boolean;
  /** Makes a step; steps after each other at the same `where` are one. */
  change: (change: (review: Review) => Review, where?: string) => void;
  undo: () => void;
}

/** Holds the review of an import and the steps that lead back. */
export function useReview(imported: Imported): ReviewSteps {
  const [{ review, past }, dispatch] = useReducer(reduce, imported, (first) => ({
    review: reviewOf(first),
    past: [],
    last: null,
  }));
  return {
    review,
    changed: past.length > 0,
    change: (change, where) => dispatch({ undo: false, where: where ?? null, change }),
    undo: () => dispatch({ undo: true }),
  };
}
