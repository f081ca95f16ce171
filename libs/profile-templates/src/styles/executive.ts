import { datesAtEdge, quietDetails } from './pieces';
import { stacks } from './stacks';
import type { TemplateStyle } from './style';

/** A letter of standing: a serif name between rules, centred headings, the summary set large. */
export const executiveStyle: TemplateStyle = {
  light: { paper: '#ffffff', ink: '#16191f', muted: '#575d68', rule: '#ccd2da' },
  dark: { paper: '#11141a', ink: '#eceff4', muted: '#a1a9b6', rule: '#323946' },
  accent: '#1f3a5f',
  css: `
${quietDetails}${datesAtEdge}&.cv { font-family: ${stacks.grotesk}; font-size: 1.02rem; line-height: 1.55; }
& .cv-sheet { max-width: 52em; margin: 0 auto; padding: 1.6em 1.2em 3em; }
& .cv-head { border-top: 4px solid var(--cv-line); border-bottom: 1px solid var(--cv-line); padding: 1.3em 0 1.1em; }
& .cv-name { font-family: ${stacks.book}; font-size: 2.4em; font-weight: 600; line-height: 1.15; color: var(--cv-accent-text); text-wrap: balance; }
& .cv-role { font-size: 1.2em; margin-top: .3em; }
& .cv-photo { width: 6.5em; height: 6.5em; }
& .cv-contact { margin-top: .9em; font-size: .94em; color: var(--cv-muted); }
& .cv-section { margin-top: 2em; }
& .cv-summary .cv-heading { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
& .cv-summary .cv-prose { font-family: ${stacks.book}; font-size: 1.22em; line-height: 1.5; }
& .cv-heading { display: flex; align-items: center; gap: 1em; font-family: ${stacks.book}; font-size: 1.15em; font-weight: 600; line-height: 1.3; color: var(--cv-accent-text); margin-bottom: .9em; text-align: center; }
& .cv-heading::before, & .cv-heading::after { content: ''; flex: 1; min-width: 1em; border-top: 1px solid var(--cv-line); }
& .cv-list > li + li { margin-top: 1.3em; }
& .cv-list-terms { display: grid; gap: .5em 2em; }
& .cv-list.cv-list-terms > li { margin: 0; }
& .cv-term .cv-tags { color: inherit; }
@container cv (min-width: 44em) {
  & .cv-sheet { padding: 3.5em 2.5em 4em; }
  & .cv-front { gap: 2em; }
  & .cv-list-terms { grid-template-columns: 1fr 1fr; }
}

@media print {
  &.cv { font-size: 9.8pt; line-height: 1.4; }
  & .cv-section { margin-top: 1.3em; }
  & .cv-list > li + li { margin-top: .8em; }
}
`,
};
