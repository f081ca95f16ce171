import { quietDetails } from './pieces';
import { stacks } from './stacks';
import type { TemplateStyle } from './style';

/** A poster: the name in a soft serif on a band of colour, short sections beside the long ones. */
export const creativeStyle: TemplateStyle = {
  light: { paper: '#fffdfb', ink: '#1d1a19', muted: '#665c58', rule: '#eadfd9' },
  dark: { paper: '#181413', ink: '#f3ece8', muted: '#b3a7a1', rule: '#3d3330' },
  accent: '#e2725b',
  css: `
${quietDetails}&.cv { font-family: ${stacks.rounded}; font-size: 1.02rem; line-height: 1.55; }
& .cv-sheet { padding: 0 0 3em; }
& .cv-head { background: var(--cv-accent); color: var(--cv-on-accent); padding: 2em 1.25em 1.8em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
& .cv-head .cv-link { text-decoration-color: currentColor; }
& .cv-head .cv-link:focus-visible { outline-color: currentColor; }
& .cv-name { font-family: ${stacks.display}; font-size: clamp(2.3em, 9cqi, 4em); font-weight: 600; line-height: 1.08; text-wrap: balance; }
& .cv-role { font-size: 1.2em; margin-top: .4em; }
& .cv-front { align-items: center; }
& .cv-photo { width: 6.5em; height: 6.5em; }
& .cv-contact { margin-top: 1.3em; font-size: .95em; }
& .cv-section { margin: 2em 1.25em 0; }
& .cv-summary .cv-heading { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
& .cv-summary .cv-prose { font-size: 1.12em; }
& .cv-heading { font-family: ${stacks.display}; font-size: 1.45em; font-weight: 600; line-height: 1.25; color: var(--cv-accent-text); margin-bottom: .6em; }
& .cv-list > li + li { margin-top: 1.35em; }
& .cv-list-terms > li + li { margin-top: .8em; }
& .cv-when { font-size: .92em; }
& .cv-quote { border-inline-start: .25em solid var(--cv-accent); padding-inline-start: 1em; }
@container cv (min-width: 44em) {
  & .cv-head { padding: 4em max(3.5em, 50cqi - 30em) 3em; }
  & .cv-front { gap: 2em; }
  & .cv-photo { width: 8.5em; height: 8.5em; }
  & .cv-columns, & .cv-sheet > .cv-section { padding-inline: max(3.5em, 50cqi - 30em); }
  & .cv-section { margin-inline: 0; }
}

@media print {
  &.cv { font-size: 9.8pt; line-height: 1.4; }
  & .cv-section { margin-top: 1.3em; }
  & .cv-list > li + li { margin-top: .8em; }
}
`,
};
