/** Rules that several templates share: quiet details, names with their level on one line, facts without their labels. */
export const quietDetails = `
& .cv-place, & .cv-sep, & .cv-note, & .cv-level, & .cv-tags, & .cv-when { color: var(--cv-muted); }
& .cv-title { font-weight: 600; line-height: 1.4; }
& .cv-title + .cv-level::before { content: ' – '; }
& .cv-term .cv-title, & .cv-term .cv-level { display: inline; }
& .cv-quote { display: flex; flex-direction: column-reverse; }
& .cv-quote .cv-title { font-weight: 400; color: var(--cv-muted); margin-top: .3em; }
& .cv-quote .cv-title::before { content: '— '; }
& .cv-contact, & .cv-downloads { display: flex; flex-wrap: wrap; gap: .2em 1.4em; }
& .cv-fact .cv-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
& .cv-fact-profile .cv-label { position: static; width: auto; height: auto; clip-path: none; color: inherit; }
& .cv-fact { position: relative; }
& .cv-downloads { margin-top: .9em; font-size: .9em; }
`;

/** Dates at the outer edge of a title's line, where there is room. */
export const datesAtEdge = `
@container cv (min-width: 36em) {
  & .cv-entry { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 2em; }
  & .cv-entry > * { grid-column: 1 / -1; }
  & .cv-entry > .cv-title { grid-column: 1; }
  & .cv-entry > .cv-when { grid-column: 2; grid-row: 1; line-height: 1.4; max-width: 15em; }
}
`;

/** Dates in a separate column before their entry, where there is room. */
export const datesInMargin = `
@container cv (min-width: 40em) {
  & .cv-entry { display: grid; grid-template-columns: 9em minmax(0, 1fr); column-gap: 1.75em; grid-template-rows: auto auto 1fr; }
  & .cv-entry > * { grid-column: 2; }
  & .cv-entry > .cv-when { grid-column: 1; grid-row: 1 / span 3; }
}
`;

/** Names in one column and their details in the next. */
export const termsInColumns = `
@container cv (min-width: 36em) {
  & .cv-term { display: grid; grid-template-columns: 11em minmax(0, 1fr); column-gap: 1.5em; }
  & .cv-term > .cv-tags { grid-column: 2; grid-row: 1 / span 2; }
}
`;
