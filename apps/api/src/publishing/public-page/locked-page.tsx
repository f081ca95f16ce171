import type { Locale } from '@canar/languages';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { lockedPageWords } from './locked-page-words';

const style = `
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 1.5rem; box-sizing: border-box;
    font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif; background: #fbfaf6; color: #17181c }
  main { width: min(22rem, calc(100vw - 3rem)) }
  h1 { font: 400 2rem/1.15 ui-serif, Georgia, serif; margin: 0 0 .75rem }
  p { margin: 0 0 1.25rem; color: #5c5f68 }
  label { display: block; font-weight: 500; margin-bottom: .25rem }
  input, button { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .25rem .75rem; font: inherit;
    border-radius: .375rem }
  input { border: 1px solid #85878f; background: #fff; color: inherit }
  button { margin-top: .75rem; border: 0; background: #1e6b52; color: #fff; font-weight: 500; cursor: pointer }
  :focus-visible { outline: 2px solid #1e6b52; outline-offset: 2px }
  .error { color: #a3321f }
  @media (prefers-color-scheme: dark) {
    body { background: #121316; color: #f1efe8 } p { color: #a2a5ae } .error { color: #f0907d }
    input { background: #1b1d21; border-color: #7c7f88 } button { background: #7cc5ab; color: #121316 }
    :focus-visible { outline-color: #7cc5ab }
  }`;

/** Why the form is shown again. */
export type UnlockError = 'wrong' | 'too-many';

interface LockedPageProps {
  /** Where the form goes. */
  action: string;
  language: Locale;
  error: UnlockError | null;
  /** The host that led here, or ''; the form passes it on, because the page behind it is reached from ours. */
  from: string;
}

function PasswordForm({ action, language, error, from }: LockedPageProps): ReactNode {
  const text = lockedPageWords[language];
  const invalid = error !== null && { 'aria-invalid': true, 'aria-describedby': 'error' };
  return (
    <form method="post" action={action}>
      {error && (
        <p id="error" className="error" role="alert">
          {text[error]}
        </p>
      )}
      {from && <input type="hidden" name="from" value={from} />}
      <label htmlFor="password">{text.label}</label>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        required
        {...invalid}
      />
      <button type="submit">{text.open}</button>
    </form>
  );
}

function LockedPage(props: LockedPageProps): ReactNode {
  const text = lockedPageWords[props.language];
  return (
    <html lang={props.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{text.title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>{text.title}</h1>
          <p>{text.body}</p>
          <PasswordForm {...props} />
        </main>
      </body>
    </html>
  );
}

/** The page that asks for a password; it says nothing of the profile behind it, and needs no script. */
export function lockedPage(props: LockedPageProps): string {
  return `<!doctype html>${renderToStaticMarkup(<LockedPage {...props} />)}`;
}
