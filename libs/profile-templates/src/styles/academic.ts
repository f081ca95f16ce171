import { datesInMargin, quietDetails } from './pieces';
import { stacks } from './stacks';
import type { TemplateStyle } from './style';

/** A curriculum vitae in Garamond: dates in the margin, a rule over each section, plain lists. */
export const academicStyle: TemplateStyle = {
  light: { paper: '#fffefa', ink: '#1b1b1b', muted: '#5d5a54', rule: '#cfc9bd' },
  dark: { paper: '#151412', ink: '#efeae0', muted: '#aba598', rule: '#3a372f' },
  accent: '#17181c',
  css: `
${quietDetails}${datesInMargin}&.cv { font-family: ${stacks.garamond}; font-size: 1.16rem; line-height: 1.5; font-variant-numeric: oldstyle-nums; }
& .cv-sheet { max-width: 44em; margin: 0 auto; padding: 2em 1.1em 3em; }
& .cv-name { font-size: 2.1em; line-height: 1.15; text-wrap: balance; }
& .cv-role { font-size: 1.12em; font-style: italic; margin-top: .2em; }
& .cv-photo { width: 6em; height: 6em; }
& .cv-contact { margin-top: .9em; color: var(--cv-muted); font-size: .95em; }
& .cv-section { margin-top: 1.8em; padding-top: .45em; border-top: 1px solid var(--cv-ink); }
& .cv-summary { border-top: 0; }
& .cv-summary .cv-heading { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
& .cv-heading { font-size: 1.1em; font-weight: 600; line-height: 1.3; margin-bottom: .6em; }
& .cv-list > li + li { margin-top: .85em; }
& .cv-body { margin-top: .2em; }
& .cv-points li { list-style: '–  '; }
& .cv-term .cv-tags { color: inherit; }
@container cv (min-width: 40em) {
  & .cv-sheet { padding: 4em 2em 4.5em; }
  & .cv-head, & .cv-heading, & .cv-summary, & .cv-list-terms, & .cv-list-quotes { margin-inline-start: 10.75em; }
  & .cv-heading { margin-inline-start: calc(10.75em / 1.1); }
}

@media print {
  &.cv { font-size: 9.8pt; line-height: 1.4; }
  & .cv-section { margin-top: 1.3em; }
  & .cv-list > li + li { margin-top: .8em; }
}
`,
};
