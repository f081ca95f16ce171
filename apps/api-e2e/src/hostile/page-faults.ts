/** The attributes through which a page loads or leads somewhere. */
const addresses = ['href', 'src', 'srcset', 'action', 'formaction'];

/**
 * What would be wrong with a public page that says something hostile: scripts, handlers, styles of attributes, elements that it
 * never has, links that run. Templates escape `<`, `>` and quotes everywhere, so a tag is what stands between two angles.
 */
export function pageFaults(html: string): string[] {
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  const faults = scripts.length === 1 && isLinkedData(scripts[0]) ? [] : [`${scripts.length} scripts`];
  if (!html.endsWith('</body></html>')) faults.push('it does not end where it should');
  const bare = html.replace(/<script[^>]*>[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/g, '');
  for (const [, name = '', attributes = ''] of bare.matchAll(/<([a-zA-Z!][^\s/>]*)([^>]*)>/g)) {
    if (/^(script|iframe|object|embed|form|svg|base|!--)$/i.test(name)) faults.push(`an element ${name}`);
    faults.push(...attributeFaults(attributes));
  }
  return faults;
}

function attributeFaults(attributes: string): string[] {
  const faults: string[] = [];
  for (const [, name = '', value = ''] of attributes.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    if (/^(on|style$)/i.test(name)) faults.push(`an attribute ${name}`);
    if (!addresses.includes(name)) continue;
    if (!/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(value)) faults.push(`a link to ${value}`);
  }
  return faults;
}

function isLinkedData(script: RegExpExecArray | undefined): boolean {
  if (script?.[1]?.trim() !== 'type="application/ld+json"') return false;
  try {
    return typeof JSON.parse(script[2] ?? '') === 'object';
  } catch {
    return false;
  }
}
