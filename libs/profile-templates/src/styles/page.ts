/** The page around a public profile: full-width background and footer. */
export const pageCss = [
  '.cv-page{margin:0;background:var(--cv-paper);color:var(--cv-ink);font-family:system-ui,sans-serif}',
  '.cv-made{padding:0 1.25rem 2.5rem;text-align:center;font-size:.8125rem}',
  '.cv-made a{color:var(--cv-muted);text-underline-offset:.2em}',
  '.cv-demonstration{margin:0;padding:.5rem 1.25rem;text-align:center;font-size:.875rem;background:#f6c445;color:#17181c}',
  '@media print{.cv-made{display:none}@page{margin:16mm}}',
].join('');
