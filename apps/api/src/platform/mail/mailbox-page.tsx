import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CapturedMail } from './captured-mailbox';
import { textParts } from './text-parts';

const address = '/api/dev/mailbox';

const style = `
:root { color-scheme: light dark; --ink: #1d1f24; --soft: #5d6370; --line: #dfe2e8; --ground: #fbfbfa; --link: #1f4fbf }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef2; --soft: #a3a9b7; --line: #343842; --ground: #16181d; --link: #8fb0ff } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere }
p, dl { margin: 0 0 1.25rem } .soft, dt, time { color: var(--soft) }
a { color: var(--link); overflow-wrap: anywhere } a:focus-visible { outline: 2px solid; outline-offset: 2px }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
li { border-bottom: 1px solid var(--line); padding: .8rem 0 } li a { font-weight: 600; text-decoration: none }
dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem 1rem } dd { margin: 0; overflow-wrap: anywhere }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid var(--line); padding-top: 1.25rem }
`;

/**
 * The list of captured mails as a page without script.
 * @param to whose, when it is not everybody's
 * @param secret what opened the mailbox; its links carry it on
 */
export function mailboxPage(mails: readonly CapturedMail[], to?: string, secret?: string): string {
  return page(
    'Mailbox',
    <>
      <h1>Mailbox</h1>
      <p className="soft">
        Mail is captured here; nothing was sent.
        {to !== undefined && (
          <>
            {' '}
            Only mail to <b>{to}</b>. <a href={linkTo('', { secret })}>Show all</a>
          </>
        )}
      </p>
      {mails.length === 0 ? <p>No mail yet.</p> : <MailList mails={mails} secret={secret} />}
    </>,
  );
}

/** One captured mail as a page without script; its addresses can be followed. */
export function mailPage(mail: CapturedMail, secret?: string): string {
  return page(
    mail.subject,
    <>
      <p>
        <a href={linkTo('', { secret })}>← Mailbox</a>
      </p>
      <h1>{mail.subject}</h1>
      <dl>
        <dt>To</dt>
        <dd>
          <a href={linkTo('', { to: mail.to, secret })}>{mail.to}</a>
        </dd>
        <dt>Captured</dt>
        <dd>
          <Instant at={mail.capturedAt} />
        </dd>
      </dl>
      <div className="text">
        {textParts(mail.text).map((part, index) => (part.href ? <MailLink key={index} href={part.href} /> : part.text))}
      </div>
    </>,
  );
}

function linkTo(rest: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${address}${rest}${given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''}`;
}

interface MailListProps {
  mails: readonly CapturedMail[];
  secret: string | undefined;
}

function MailList({ mails, secret }: MailListProps): ReactElement {
  return (
    <ol>
      {mails.map((mail) => (
        <li key={mail.id}>
          <a href={linkTo(`/${mail.id}`, { secret })}>{mail.subject}</a>
          <br />
          <span className="soft">
            {mail.to} · <Instant at={mail.capturedAt} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function MailLink({ href }: { href: string }): ReactElement {
  return (
    <a href={href} rel="noreferrer">
      {href}
    </a>
  );
}

function Instant({ at }: { at: Date }): ReactElement {
  const text = at.toISOString();
  return <time dateTime={text}>{`${text.slice(0, 10)} ${text.slice(11, 19)} UTC`}</time>;
}

function page(title: string, content: ReactNode): string {
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Canar`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}
