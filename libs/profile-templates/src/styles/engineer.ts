import { datesAtEdge, quietDetails, termsInColumns } from './pieces';
import { stacks } from './stacks';
import type { TemplateStyle } from './style';

/** A data sheet: Plex with dates and headings in monospace, skills as a table. */
export const engineerStyle: TemplateStyle = {
  light: { paper: '#fbfcfc', ink: '#15191c', muted: '#586068', rule: '#d3dadd' },
  dark: { paper: '#0f1416', ink: '#e6edef', muted: '#9aa6ac', rule: '#2b363a' },
  accent: '#0f766e',
  css: `
${quietDetails}${datesAtEdge}${termsInColumns}&.cv { font-family: ${stacks.plex}; font-size: .97rem; line-height: 1.5; }
& .cv-sheet { max-width: 58em; margin: 0 auto; padding: 1.6em 1.2em 3em; }
& .cv-name { font-size: 1.9em; font-weight: 600; line-height: 1.15; letter-spacing: -.01em; }
& .cv-role { font-size: 1.15em; color: var(--cv-accent-text); margin-top: .25em; }
& .cv-photo { width: 5.5em; height: 5.5em; }
& .cv-contact { margin-top: .9em; font-family: ${stacks.mono}; font-size: .84em; color: var(--cv-muted); }
& .cv-section { margin-top: 1.9em; border-inline-start: 2px solid var(--cv-rule); padding-inline-start: 1.1em; }
& .cv-heading { position: relative; font-family: ${stacks.mono}; line-height: 1.35; color: var(--cv-accent-text); margin-bottom: .7em; }
& .cv-heading::before { content: ''; position: absolute; inset-inline-start: calc(-1.1em - 6px); top: .35em; width: 10px; height: 10px; background: var(--cv-accent); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
& .cv-list > li + li { margin-top: 1.15em; }
& .cv-list-terms > li + li { margin-top: .4em; }
& .cv-when { font-family: ${stacks.mono}; font-size: .84em; }
& .cv-points li { list-style: square; }
& .cv-tags { font-family: ${stacks.mono}; font-size: .86em; }
@container cv (min-width: 44em) {
  & .cv-sheet { padding: 3em 2.5em 4em; }
  & .cv-front { gap: 2em; }
}

@media print {
  &.cv { font-size: 9.8pt; line-height: 1.4; }
  & .cv-section { margin-top: 1.3em; }
  & .cv-list > li + li { margin-top: .8em; }
}
`,
};
