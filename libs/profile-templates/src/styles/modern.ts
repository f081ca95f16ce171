import { stacks } from './stacks';
import type { TemplateStyle } from './style';

/** A Swiss grid: flush left, strong rules, section titles and dates hanging in narrow columns of even figures. */
export const modernStyle: TemplateStyle = {
  light: { paper: '#ffffff', ink: '#17181c', muted: '#5c5f68', rule: '#dcdde1' },
  dark: { paper: '#121316', ink: '#f1efe8', muted: '#a2a5ae', rule: '#33363d' },
  accent: '#f6c445',
  css: `
&.cv { font-family: ${stacks.grotesk}; font-size: 1rem; line-height: 1.55; }
& .cv-sheet { max-width: 66em; margin: 0 auto; padding: 1.75em 1.25em 3em; }
& .cv-head::before { content: ''; display: block; width: 3.5em; height: .5em; background: var(--cv-accent); margin-bottom: 1.4em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
& .cv-name { font-size: clamp(2.2em, 9cqi, 4em); font-weight: 700; line-height: 1.1; letter-spacing: -.02em; text-wrap: balance; }
& .cv-role { font-size: 1.3em; line-height: 1.35; color: var(--cv-muted); margin-top: .5em; text-wrap: balance; }
& .cv-photo { width: 5.5em; height: 5.5em; }
& .cv-contact { display: grid; grid-template-columns: minmax(5.5em, max-content) minmax(0, 1fr); gap: .3em 1em; margin-top: 1.75em; font-size: .95em; }
& .cv-fact { display: grid; grid-column: 1 / -1; grid-template-columns: 5.5em minmax(0, 1fr); grid-template-columns: subgrid; column-gap: 1em; align-items: baseline; }
& .cv-fact .cv-label { max-width: 9em; font-size: .88em; color: var(--cv-muted); }
& .cv-downloads { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5em 1.4em; margin-top: 1.75em; font-size: .95em; }
& .cv-downloads .cv-link:first-child { background: var(--cv-ink); color: var(--cv-paper); font-weight: 600; text-decoration: none; padding: .4em 1.1em; }
& .cv-section { margin-top: 2.5em; padding-top: .8em; border-top: 2px solid var(--cv-ink); }
& .cv-heading { font-size: 1.1em; font-weight: 700; line-height: 1.35; margin-bottom: 1em; }
& .cv-summary .cv-prose { font-size: 1.14em; line-height: 1.5; max-width: 40em; }
& .cv-list > li + li { margin-top: 1.75em; }
& .cv-title { font-size: 1.06em; font-weight: 700; line-height: 1.4; }
& .cv-when { font-size: .92em; color: var(--cv-muted); font-variant-numeric: tabular-nums; line-height: 1.6; }
& .cv-place, & .cv-sep, & .cv-note, & .cv-level, & .cv-tags { color: var(--cv-muted); }
& .cv-body { margin-top: .5em; max-width: 42em; }
& .cv-points { padding-inline-start: 1.1em; }
& .cv-points li { list-style: '–  '; }
& .cv-points li::marker { color: var(--cv-muted); }
& .cv-tags { font-size: .95em; }
& .cv-list-terms { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12em, 100%), 1fr)); gap: 1.4em 2em; }
& .cv-list.cv-list-terms > li { margin: 0; }
& .cv-level { font-size: .92em; }
& .cv-term .cv-tags { color: inherit; margin-top: .2em; }
& .cv-quote { display: flex; flex-direction: column-reverse; border-inline-start: .25em solid var(--cv-accent); padding-inline-start: 1.1em; }
& .cv-quote .cv-prose { font-size: 1.08em; max-width: 38em; }
& .cv-quote .cv-title { font-size: .95em; font-weight: 400; color: var(--cv-muted); margin-top: .5em; }
@container cv (min-width: 40em) {
  & .cv-sheet { padding: 3em 2.5em 4em; }
  & .cv-front { gap: 2em; }
  & .cv-contact { grid-template-columns: repeat(auto-fill, minmax(11.5em, 1fr)); gap: .9em 1.75em; margin-top: 2em; }
  & .cv-fact { display: block; grid-column: auto; }
  & .cv-fact .cv-label { display: block; }
  & .cv-photo { width: 8em; height: 8em; }
  & .cv-entry { display: grid; grid-template-columns: 8.5em minmax(0, 1fr); column-gap: 1.75em; grid-template-rows: auto auto 1fr; }
  & .cv-entry > * { grid-column: 2; }
  & .cv-entry > .cv-when { grid-column: 1; grid-row: 1 / span 3; }
}
@container cv (min-width: 56em) {
  & .cv-sheet { padding: 4.5em 3em 5em; }
  & .cv-section { display: grid; grid-template-columns: 10.5em minmax(0, 1fr); column-gap: 1.75em; margin-top: 2.75em; }
  & .cv-contact, & .cv-downloads { margin-inline-start: calc(12.25em / .95); }
  & .cv-heading { margin: 0; }
  & .cv-list { padding-top: .05em; }
}
@media print {
  &.cv { font-size: 9.6pt; line-height: 1.42; }
  & .cv-name { font-size: 2.6em; }
  & .cv-section { margin-top: 1.5em; padding-top: .5em; }
  & .cv-heading { margin-bottom: .5em; }
  & .cv-list > li + li { margin-top: 1em; }
  & .cv-contact { margin-top: 1em; }
}
`,
};
