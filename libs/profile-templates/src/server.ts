import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type PublicPage, PublicPageDocument } from './public-page';

export type { PublicPage };

/**
 * The complete HTML of a public profile page: critical CSS inlined, no executable script, every text escaped by React, every link
 * validated by `safeHref`, without hidden data. The only script element is JSON-LD, which is data.
 */
export function renderPublicPage(page: PublicPage): string {
  return `<!doctype html>${renderToStaticMarkup(createElement(PublicPageDocument, { page }))}`;
}
