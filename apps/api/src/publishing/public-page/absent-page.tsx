import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const style = `
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 2rem; text-align: center;
    font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif; background: #fbfaf6; color: #17181c }
  h1 { font: 400 2.25rem/1.15 ui-serif, Georgia, serif; margin: 0 0 .75rem }
  p { margin: 0; color: #5c5f68 }
  a { color: #1e6b52 }
  @media (prefers-color-scheme: dark) {
    body { background: #121316; color: #f1efe8 } p { color: #a2a5ae } a { color: #7cc5ab }
  }`;

function AbsentPage({ home }: { home: string }): ReactNode {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Nothing here – Canar</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>There is no profile here.</h1>
          <p>
            The link may be mistyped, or its owner has taken it down. <a href={home}>What is Canar?</a>
          </p>
        </main>
      </body>
    </html>
  );
}

/** The page for an address under which nothing is published. */
export function absentPage(home: string): string {
  return `<!doctype html>${renderToStaticMarkup(<AbsentPage home={home} />)}`;
}
