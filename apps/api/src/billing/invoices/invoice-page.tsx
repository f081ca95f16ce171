import { renderToStaticMarkup } from 'react-dom/server';
import type { InvoiceSheet, SheetFact } from './domain/invoice-sheet';

const style = `
body { margin: 0; background: #FFFFFF; color: #17181C; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 32px 20px }
h1 { font: 500 28px/1.2 Georgia, "Times New Roman", serif; margin: 0 0 16px }
h2 { font-size: 16px; margin: 0 0 4px }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 24px; margin: 0 } dt { color: #5C5F68 } dd { margin: 0 }
.parties { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; margin: 28px 0 } p { margin: 0; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: 8px 0 8px 16px; text-align: right; vertical-align: top; border-bottom: 1px solid #CFCCC2 }
th { color: #5C5F68; font-weight: 400 } th:first-child, td:first-child { text-align: left; padding-left: 0 }
tfoot td, tfoot th { border: 0; padding-bottom: 0 } .total * { color: #17181C; font-weight: 700 }
.notice { border: 1px solid #CFCCC2; padding: 8px 12px; margin: 0 0 24px; font-weight: 700 } .letter p { margin: 0 0 16px }
.notes { margin-top: 28px; color: #5C5F68; font-size: 14px }
`;

/** What a mail says before the document that it brings. */
interface Letter {
  lang: string;
  paragraphs: readonly string[];
}

/** A document as a page: complete HTML without script, for the screen, for paper and as a mail. */
export function invoicePage(sheet: InvoiceSheet, letter: Letter | null = null): string {
  const { title, number, notice, facts, seller, buyer, notes } = sheet;
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} ${number}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          {letter && (
            <div className="letter" lang={letter.lang}>
              {letter.paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          )}
          {notice !== null && <p className="notice">{notice}</p>}
          <h1>{title}</h1>
          <Facts facts={facts} />
          <div className="parties">
            <Party {...seller} />
            <Party {...buyer} />
          </div>
          <Amounts {...sheet} />
          <div className="notes">
            <Lines lines={notes} />
          </div>
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}

function Facts({ facts }: { facts: readonly SheetFact[] }) {
  return (
    <dl>{facts.flatMap(({ label, value }) => [<dt key={label}>{label}</dt>, <dd key={`${label} is`}>{value}</dd>])}</dl>
  );
}

function Party({ title, lines }: InvoiceSheet['seller']) {
  return (
    <section>
      <h2>{title}</h2>
      <Lines lines={lines} />
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, index) => <p key={index}>{line}</p>);
}

function Amounts({ columns, line, sums, total }: InvoiceSheet) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.sac}</th>
          <th scope="col">{columns.amount}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{line.what}</td>
          <td>{line.sac}</td>
          <td>{line.amount}</td>
        </tr>
      </tbody>
      <tfoot>
        {[...sums, total].map((sum) => (
          <tr key={sum.label} className={sum === total ? 'total' : undefined}>
            <th scope="row" colSpan={2}>
              {sum.label}
            </th>
            <td>{sum.value}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}
