import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const style = `
:root { color-scheme: light dark; --paper: #FBFAF6; --raised: #FFFFFF; --ink: #17181C; --muted: #5C5F68; --line: #E4E1D8; --leaf: #1E6B52 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #121316; --raised: #1A1C20; --ink: #F1EFE8; --muted: #A2A5AE; --line: #2B2D33; --leaf: #7CC9AC }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); font: 16px/1.5 "Instrument Sans", system-ui, sans-serif }
main { max-width: 28rem; margin: 0 auto; padding: 48px 20px }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; margin-bottom: 24px }
.name, h1 { font-family: Newsreader, Georgia, "Times New Roman", serif; font-weight: 500; line-height: 1.15 }
.name { font-size: 22px }
.test { font-size: 14px; background: #F6C445; color: #17181C; border-radius: 6px; padding: 2px 8px }
section { background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: 24px }
h1 { font-size: 28px; margin: 0 0 16px }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0; font-variant-numeric: tabular-nums }
dt { color: var(--muted) } dd { margin: 0; text-align: right }
.total dt { color: var(--ink) } .total dd { white-space: nowrap }
.total { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; font-size: 18px; line-height: 1.3; font-weight: 600 }
p { margin: 16px 0 } .soft { color: var(--muted); font-size: 14px }
button { display: block; width: 100%; min-height: 44px; margin-top: 12px; padding: 10px 16px; border-radius: 6px; font: inherit; cursor: pointer }
button { background: transparent; color: var(--ink); border: 1px solid var(--line) }
button.main { background: #F6C445; color: #17181C; border-color: #F6C445; font-weight: 600; margin-top: 24px }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px }
a { color: var(--leaf) } a:focus-visible, button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
`;

const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

/** An amount of paise in rupees, as people read it. */
export function amountText(paise: number): string {
  return rupees.format(paise / 100);
}

/** A page of a payment that the API serves itself: complete HTML without script. */
export function paymentPage(title: string, badge: string | null, content: ReactNode): string {
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
        <main>
          <header>
            <span className="name">Canar</span>
            {badge !== null && <span className="test">{badge}</span>}
          </header>
          <section>{content}</section>
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}

/** What is bought, and what it costs. */
export function OrderLines({ description, amount }: { description: string; amount: string }) {
  return (
    <>
      <dl>
        <dt>What</dt>
        <dd>{description}</dd>
      </dl>
      <dl className="total">
        <dt>Total, GST included</dt>
        <dd>{amount}</dd>
      </dl>
    </>
  );
}
