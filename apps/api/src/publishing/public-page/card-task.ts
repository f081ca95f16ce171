import type { Task } from '../../platform/heavy-work/task';
import type { CardContent } from './card-picture';

const load = () => import('./card-picture');

/** Draws a social card as PNG. */
export const drawCardTask: Task<CardContent, Uint8Array> = {
  name: 'draw-card',
  prepare: load,
  execute: async (content) => (await load()).drawCardPicture(content),
};
