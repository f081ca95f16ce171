/** List bullets in running text. Word processors also use private-use letters of symbol fonts and a lone `o`. */
export const bulletSign = /^\s*(?:[•●○◦▪▫■□‣⁃∙·➢➤►▸✓✔*\ue000-\uf8ff]|o\s(?=\p{Lu})|[-–—]\s)\s*/u;

/**
 * Splits a text into its bullet points, as `highlights`, and the rest, as `field`. A line that follows a bullet point and begins with a
 * small letter continues it.
 */
export function bulletsIn(text: string, field: string): Record<string, string | string[]> {
  const highlights: string[] = [];
  const rest: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (bulletSign.test(line)) highlights.push(line.replace(bulletSign, '').trim());
    else if (highlights.length > 0 && /^\s*\p{Ll}/u.test(line)) highlights.push(`${highlights.pop()} ${line.trim()}`);
    else if (line.trim() !== '') rest.push(line.trim());
  }
  return {
    ...(rest.length > 0 ? { [field]: rest.join('\n') } : {}),
    ...(highlights.length > 0 ? { highlights: highlights.filter((entry) => entry !== '') } : {}),
  };
}
