/** A document in which the section with this title is replaced, or appended when it is missing. */
export function withSection(text: string, title: string, section: string): string {
  const [head = '', ...sections] = text.split(/^(?=## )/m);
  const index = sections.findIndex((one) => one.startsWith(`## ${title}\n`));
  if (index < 0) sections.push(section);
  else sections[index] = section;
  return `${[head, ...sections].map((part) => part.trim()).join('\n\n')}\n`;
}
