import type { PublicPage } from '@canar/profile-templates/server';
import type { Task } from '../../platform/heavy-work/task';

const load = () => import('@canar/profile-templates/server');

/** Renders a public page as HTML. */
export const renderPageTask: Task<PublicPage, string> = {
  name: 'render-page',
  prepare: load,
  execute: async (page) => (await load()).renderPublicPage(page),
};
