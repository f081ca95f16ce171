import type { ReactNode } from 'react';
import { Layout } from './parts/layout';
import { drawnTemplate } from './templates';
import { type ProfilePageProps, viewOf } from './view';

/**
 * A profile as the article of a page. Pure: document in, markup out, the same in the API and in the editor. Hidden sections, items and
 * fields are not in the markup. The styles come from `profileCss`.
 */
export function ProfilePage(props: ProfilePageProps): ReactNode {
  const { id, columns } = drawnTemplate(props.templateId);
  const view = viewOf(props, columns);
  return (
    <article className={`cv cv-is-${id}`} lang={view.locale} dir={view.direction} data-theme={props.theme}>
      <div className="cv-sheet">
        <Layout view={view} />
      </div>
    </article>
  );
}
