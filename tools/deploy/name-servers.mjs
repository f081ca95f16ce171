// Prints the name servers of a domain, or of the nearest domain above it that has any: those that the world asks.
import { resolveNs } from 'node:dns/promises';

async function nameServersOf(name) {
  const servers = await resolveNs(name).catch(() => []);
  if (servers.length > 0) return servers;
  const above = name.slice(name.indexOf('.') + 1);
  return above.includes('.') ? nameServersOf(above) : [];
}

const [name = ''] = process.argv.slice(2);
console.log((await nameServersOf(name)).join(' '));
