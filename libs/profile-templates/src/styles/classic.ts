import { stacks } from './stacks';
import type { TemplateStyle } from './style';

/** A well-set book: one centre line for the title page, one left edge for the text, italics and old-style figures for time. */
export const classicStyle: TemplateStyle = {
  light: { paper: '#fdfcf8', ink: '#1d1b18', muted: '#625c52', rule: '#d9d2c3' },
  dark: { paper: '#16140f', ink: '#ece6d8', muted: '#aaa292', rule: '#3b362c' },
  accent: '#7c2d2a',
  css: `
&.cv { font-family: ${stacks.book}; font-size: 1.0625rem; line-height: 1.58; font-variant-numeric: oldstyle-nums; }
& .cv-sheet { max-width: 46em; margin: 0 auto; padding: 2.5em 1.25em 3em; }
& .cv-front { flex-direction: column-reverse; align-items: center; gap: 1.1em; }
& .cv-head { text-align: center; padding-bottom: 1.5em; border-bottom: 3px double var(--cv-rule); }
& .cv-photo { width: 6.5em; height: 6.5em; border-radius: 50%; }
& .cv-name { font-size: 2.3em; line-height: 1.18; text-align: center; text-wrap: balance; }
& .cv-role { font-size: 1.15em; font-style: italic; color: var(--cv-muted); text-align: center; text-wrap: balance; margin-top: .25em; }
& .cv-contact { display: flex; flex-wrap: wrap; justify-content: center; gap: .15em 1.6em; margin-top: 1em; font-size: .94em; font-variant-numeric: lining-nums; }
& .cv-fact { position: relative; }
& .cv-fact .cv-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
& .cv-fact-profile .cv-label { position: static; width: auto; height: auto; clip-path: none; color: var(--cv-muted); font-style: italic; }
& .cv-downloads { display: flex; flex-wrap: wrap; justify-content: center; gap: .2em 1.4em; margin-top: .9em; font-size: .88em; font-style: italic; }
& .cv-section { margin-top: 2.1em; }
& .cv-heading { display: flex; align-items: center; gap: 1em; font-size: 1.22em; font-style: italic; line-height: 1.3; color: var(--cv-accent-text); text-align: center; margin-bottom: .9em; }
& .cv-heading::before, & .cv-heading::after { content: ''; flex: 1; min-width: 1em; border-top: 1px solid var(--cv-rule); }
& .cv-list > li + li { margin-top: 1.35em; }
& .cv-title { font-weight: 600; line-height: 1.4; }
& .cv-org-name { font-style: normal; }
& .cv-place, & .cv-sep, & .cv-level, & .cv-note { color: var(--cv-muted); }
& .cv-when { font-style: italic; color: var(--cv-muted); }
& .cv-body { margin-top: .4em; }
& .cv-note, & .cv-level { font-style: italic; }
& .cv-tags { color: var(--cv-muted); font-size: .95em; }
& .cv-list-terms { display: grid; gap: .9em 2em; }
& .cv-list.cv-list-terms > li { margin: 0; }
& .cv-term .cv-title, & .cv-term .cv-level { display: inline; }
& .cv-title + .cv-level::before { content: ' · '; font-style: normal; }
& .cv-term .cv-tags { color: inherit; font-size: 1em; }
& .cv-quote { display: flex; flex-direction: column-reverse; }
& .cv-quote .cv-prose { font-style: italic; }
& .cv-quote .cv-title { font-weight: 400; color: var(--cv-muted); margin-top: .3em; }
& .cv-quote .cv-title::before { content: '— '; }
@container cv (min-width: 36em) {
  & .cv-sheet { padding: 4em 2.5em 4.5em; }
  & .cv-name { font-size: 2.85em; }
  & .cv-entry { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 2em; }
  & .cv-entry > * { grid-column: 1 / -1; }
  & .cv-entry > .cv-title { grid-column: 1; }
  & .cv-entry > .cv-when { grid-column: 2; grid-row: 1; line-height: 1.4; max-width: 15em; }
  & .cv-list-terms { grid-template-columns: 1fr 1fr; }
}
@media print {
  &.cv { font-size: 10.2pt; line-height: 1.42; }
  & .cv-section { margin-top: 1.4em; }
  & .cv-heading { margin-bottom: .5em; }
  & .cv-list > li + li { margin-top: .8em; }
  & .cv-head { padding-bottom: 1em; }
}
`,
};
