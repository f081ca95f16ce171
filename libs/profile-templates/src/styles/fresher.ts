import { quietDetails } from './pieces';
import { stacks } from './stacks';
import type { TemplateStyle } from './style';

/** For the first application: a big friendly name, headings on tinted tabs, skills at the side. */
export const fresherStyle: TemplateStyle = {
  light: { paper: '#ffffff', ink: '#1a1b2b', muted: '#5c5e75', rule: '#dfe0ec' },
  dark: { paper: '#13141d', ink: '#edeef7', muted: '#a6a8bf', rule: '#32354a' },
  accent: '#3b3f8f',
  css: `
${quietDetails}&.cv { font-family: ${stacks.rounded}; font-size: 1.02rem; line-height: 1.55; }
& .cv-sheet { max-width: 60em; margin: 0 auto; padding: 1.7em 1.2em 3em; }
& .cv-name { font-size: clamp(2em, 8cqi, 3em); font-weight: 700; line-height: 1.1; letter-spacing: -.01em; text-wrap: balance; }
& .cv-role { font-size: 1.2em; color: var(--cv-accent-text); margin-top: .3em; }
& .cv-photo { width: 7em; height: 7em; border-radius: 1.2em; }
& .cv-contact { margin-top: 1em; font-size: .95em; }
& .cv-section { margin-top: 1.8em; }
& .cv-heading { font-weight: 700; line-height: 1.3; padding: .35em .75em; border-inline-start: 4px solid var(--cv-line); background: color-mix(in srgb, var(--cv-accent) 12%, var(--cv-paper)); border-radius: 0 .4em .4em 0; margin-bottom: .8em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
& .cv-list > li + li { margin-top: 1.2em; }
& .cv-list-terms > li + li { margin-top: .6em; }
& .cv-when { font-size: .92em; }
@container cv (min-width: 44em) {
  & .cv-sheet { padding: 3em 2.5em 4em; }
  & .cv-front { align-items: center; gap: 2em; }
}

@media print {
  &.cv { font-size: 9.8pt; line-height: 1.4; }
  & .cv-section { margin-top: 1.3em; }
  & .cv-list > li + li { margin-top: .8em; }
}
`,
};
