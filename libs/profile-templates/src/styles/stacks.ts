/** Faces for the scripts that the Latin ones of a stack do not draw. */
const otherScripts =
  '"Noto Sans Devanagari","Kohinoor Devanagari","Nirmala UI",Mukta,"Noto Sans Tamil","Noto Sans Telugu","Noto Sans Bengali","PingFang SC","Hiragino Sans","Noto Sans CJK SC","Microsoft YaHei","Malgun Gothic","Noto Sans Arabic","Geeza Pro"';

/** Installed families by character: nothing is downloaded for a page. */
export const stacks = {
  book: `"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Source Serif 4","Noto Serif",Charter,Georgia,"Noto Serif Devanagari",${otherScripts},"Songti SC","Noto Serif CJK SC",ui-serif,serif`,
  garamond: `"EB Garamond","Adobe Garamond Pro",Garamond,"Hoefler Text",Baskerville,"Libre Baskerville","Times New Roman","Noto Serif Devanagari",${otherScripts},"Songti SC",serif`,
  display: `Fraunces,"Recoleta",Cooper,"Bookman Old Style","URW Bookman",Rockwell,Georgia,"Noto Serif",${otherScripts},serif`,
  grotesk: `"Avenir Next",Avenir,"Segoe UI Variable Text","Segoe UI",Roboto,"Source Sans 3","Helvetica Neue","Noto Sans",${otherScripts},ui-sans-serif,sans-serif`,
  rounded: `Figtree,"Avenir Next",Nunito,Montserrat,"Trebuchet MS","Segoe UI",Roboto,"Noto Sans",${otherScripts},ui-sans-serif,sans-serif`,
  plex: `"IBM Plex Sans",Inter,"SF Pro Text","Segoe UI",Roboto,"Noto Sans",${otherScripts},ui-sans-serif,sans-serif`,
  mono: `"IBM Plex Mono",ui-monospace,"SF Mono","Cascadia Mono","Roboto Mono",Menlo,Consolas,"DejaVu Sans Mono",${otherScripts},monospace`,
} as const;
