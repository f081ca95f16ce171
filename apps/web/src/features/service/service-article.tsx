/** A page of plain text: title, lead, content in a readable measure. */
export function ServiceArticle({ title, lead, children }: { title: string; lead: string; children: React.ReactNode }) {
  return (
    <article className="mx-auto max-w-3xl px-4 pt-12 sm:px-8">
      <h1 className="text-3xl sm:text-4xl">{title}</h1>
      <p className="mt-3 text-lg text-muted">{lead}</p>
      {children}
    </article>
  );
}

/** Texts with line breaks, as paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return text.split('\n').map((paragraph) => (
    <p key={paragraph} className="mt-3 max-w-prose">
      {paragraph}
    </p>
  ));
}
