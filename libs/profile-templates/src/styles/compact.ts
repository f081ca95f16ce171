import { datesAtEdge, quietDetails } from './pieces';
import { stacks } from './stacks';
import type { TemplateStyle } from './style';

/** A page of small sans: name and contact side by side, headings on a rule, much on one page. */
export const compactStyle: TemplateStyle = {
  light: { paper: '#ffffff', ink: '#17181c', muted: '#5c5f68', rule: '#d5d8dd' },
  dark: { paper: '#121417', ink: '#eef0f2', muted: '#a3a8b0', rule: '#343940' },
  accent: '#1f5f8b',
  css: `
${quietDetails}${datesAtEdge}&.cv { font-family: ${stacks.grotesk}; font-size: .94rem; line-height: 1.45; }
& .cv-sheet { max-width: 54em; margin: 0 auto; padding: 1.4em 1.1em 2.5em; }
& .cv-head { padding-bottom: .9em; border-bottom: 2px solid var(--cv-line); }
& .cv-name { font-size: 1.75em; font-weight: 700; line-height: 1.15; }
& .cv-role { font-weight: 600; color: var(--cv-accent-text); margin-top: .2em; }
& .cv-photo { width: 4.6em; height: 4.6em; }
& .cv-contact { margin-top: .7em; font-size: .92em; color: var(--cv-muted); gap: .1em 1.2em; }
& .cv-section { margin-top: 1.1em; }
& .cv-heading { display: flex; align-items: center; gap: .8em; font-weight: 700; line-height: 1.3; color: var(--cv-accent-text); margin-bottom: .45em; }
& .cv-heading::after { content: ''; flex: 1; border-top: 1px solid var(--cv-rule); }
& .cv-list > li + li { margin-top: .7em; }
& .cv-list-terms > li + li { margin-top: .2em; }
& .cv-term .cv-tags { display: inline; color: inherit; }
& .cv-term .cv-tags::before { content: ' – '; }
& .cv-body { margin-top: .2em; }
& .cv-points li + li { margin-top: .1em; }
@container cv (min-width: 44em) {
  & .cv-sheet { padding: 2.2em 2em 3em; }
  & .cv-head { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto; align-items: start; }
  & .cv-front { display: contents; }
  & .cv-photo { grid-area: 1 / 3; margin-inline-start: 1.5em; }
  & .cv-contact { grid-area: 1 / 2; justify-content: flex-end; text-align: end; margin: .3em 0 0; margin-inline-start: 2em; }
  & .cv-downloads { grid-column: 1 / -1; }
}

@media print {
  &.cv { font-size: 9.8pt; line-height: 1.4; }
  & .cv-section { margin-top: 1.3em; }
  & .cv-list > li + li { margin-top: .8em; }
}
`,
};
