/** One parameter of a request, as the provider's documents describe it. Written by hand. */
interface Parameter {
  /** In bracket notation; `*` stands for any index or key. */
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'object';
  required: boolean;
  /** The values that are allowed, where the documents list them. */
  values?: readonly string[];
  /** The longest text, in characters, where the documents say so. */
  maxLength?: number;
  /** The smallest number, where the documents say so. */
  min?: number;
  /** The largest number, where the documents say so. */
  max?: number;
}

/** The parameters of one request of a provider. */
export interface ParameterTable {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** The address of the document, and the day on which it was read. */
  source: string;
  readOn: string;
  parameters: readonly Parameter[];
}

/** The faults of a request against its table: unknown names, missing ones, wrong types, lengths and values. */
export function faultsOf({ parameters }: ParameterTable, sent: Readonly<Record<string, unknown>>): string[] {
  const faults = Object.entries(sent).flatMap(([name, value]) => {
    const known = parameters.find((each) => matches(each.name, name));
    return known ? faultsOfValue(known, name, value) : [`${name} is no parameter`];
  });
  const missing = parameters.filter(
    ({ name, required }) => required && !Object.keys(sent).some((each) => matches(name, each)),
  );
  return [...faults, ...missing.map(({ name }) => `${name} is missing`)];
}

/** Nested values with their names in bracket notation: `{a: {b: 1}}` gives `a[b]`. */
export function flattened(value: unknown, prefix = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return { [prefix]: value };
  const parts = Object.entries(value).map(([key, inner]) =>
    flattened(inner, prefix === '' ? key : `${prefix}[${key}]`),
  );
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

function matches(pattern: string, name: string): boolean {
  const escaped = pattern.replaceAll(/[.[\]]/g, String.raw`\$&`).replaceAll('*', String.raw`[^\]]+`);
  return new RegExp(`^${escaped}$`).test(name);
}

function faultsOfValue({ type, values, maxLength, min, max }: Parameter, name: string, value: unknown): string[] {
  const text = String(value);
  const isRight = {
    integer: /^-?\d+$/.test(text),
    boolean: text === 'true' || text === 'false',
    string: typeof value === 'string' && value !== '',
    object: typeof value === 'object',
  }[type];
  return [
    ...(isRight ? [] : [`${name} is no ${type}`]),
    ...(values && !values.includes(text) ? [`${name} may not be ${text}`] : []),
    ...(maxLength !== undefined && text.length > maxLength ? [`${name} is too long`] : []),
    ...(min !== undefined && Number(text) < min ? [`${name} is too small`] : []),
    ...(max !== undefined && Number(text) > max ? [`${name} is too large`] : []),
  ];
}
