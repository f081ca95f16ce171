/** Rules of all templates: reset inside the article, links, lists, and print. */
export const baseCss = `
.cv { container: cv / inline-size; background: var(--cv-paper); color: var(--cv-ink); font-size: 1rem; line-height: 1.5;
  text-align: left; overflow-wrap: anywhere; overflow-x: clip; font-synthesis-style: none; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
.cv :where(*) { box-sizing: border-box; margin: 0; padding: 0; border: 0; font: inherit; color: inherit; list-style: none; text-align: inherit; }
.cv[dir=rtl] { text-align: right; }
.cv .cv-prose, .cv .cv-points li { text-align: start; }
.cv .cv-link { color: inherit; text-decoration: underline; text-decoration-color: var(--cv-line); text-decoration-thickness: .09em;
  text-underline-offset: .2em; }
.cv .cv-link:hover { text-decoration-thickness: .16em; }
.cv .cv-link:focus-visible { outline: 2px solid var(--cv-accent-text); outline-offset: 3px; border-radius: 2px; }
.cv .cv-picture { display: contents; }
.cv .cv-front { display: flex; justify-content: space-between; align-items: flex-start; gap: 1.25em; }
.cv .cv-names { flex: 1; min-width: 0; }
.cv .cv-photo { display: block; flex: none; object-fit: cover; background: var(--cv-rule); }
.cv .cv-prose { white-space: pre-line; }
.cv .cv-prose + .cv-prose { margin-top: .6em; }
.cv .cv-points { padding-inline-start: 1.15em; }
.cv .cv-points li { list-style: disc; }
.cv .cv-points li::marker { color: var(--cv-accent-text); }
.cv .cv-body > * + * { margin-top: .45em; }
.cv .cv-points li + li { margin-top: .25em; }
.cv .cv-body:empty { display: none; }
.cv time { white-space: nowrap; }
@container cv (min-width: 44em) {
  .cv .cv-columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 16em); column-gap: 3em; align-items: start; }
}
`;

/** Print rules of all templates; after their own rules. */
export const printCss = `
@media print {
  .cv.cv .cv-downloads { display: none; }
  .cv.cv .cv-link { text-decoration: none; }
  .cv.cv .cv-sheet { padding: 0; max-width: none; }
  .cv .cv-heading, .cv .cv-title, .cv .cv-org, .cv .cv-when { break-after: avoid; }
  .cv .cv-entry, .cv .cv-term, .cv .cv-quote, .cv .cv-points li { break-inside: avoid; }
  .cv .cv-prose { orphans: 3; widows: 3; }
}
`;
