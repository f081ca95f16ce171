/** A name of which mail programs make no link: strangers choose what organisations are called. */
export function withoutLinks(name: string): string {
  return name.replace(/[.:/\\@]+/g, ' ').trim();
}
