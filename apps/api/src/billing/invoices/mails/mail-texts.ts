/** What the mail of a document may speak of. */
interface InvoiceMailFacts {
  name: string;
  number: string;
  /** With its currency. */
  amount: string;
  /** The page of the site that lists all documents. */
  link: string;
}

/** The mails of one language: subject and paragraphs, for each kind of document. */
export type InvoiceMailTexts = Record<
  'invoice' | 'credit_note',
  (facts: InvoiceMailFacts) => { subject: string; paragraphs: string[] }
>;
