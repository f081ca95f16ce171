/**
 * The operations of a contract as TypeScript: one constant for each, named by its method and path, as
 * `getProfilesByIdDraft`; renaming a controller changes no name. A bundle contains only the operations that it imports.
 */
export function operationsOf(contract) {
  const lines = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) => `export const ${nameOf(method, path)} = { method: '${method}', path: '${path}' } as const;`,
    ),
  );
  return ['// Written by npm run contract from openapi.json.', ...lines, ''].join('\n');
}

function nameOf(method, path) {
  const words = path
    .replace(/^\/api\//, '')
    .replace(/\{/g, 'by-')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return method + words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
}
