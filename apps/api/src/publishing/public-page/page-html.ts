import { type PublicPage, renderPublicPage } from '@canar/profile-templates/server';
import type { Task } from '../../platform/heavy-work/task';

/** Renders a public page as HTML. */
export const renderPageTask: Task<PublicPage, string> = { name: 'render-page', execute: renderPublicPage };
