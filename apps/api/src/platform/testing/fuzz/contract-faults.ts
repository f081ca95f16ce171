import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { OpenAPIObject } from '@nestjs/swagger';

/** An answer as the contract speaks of it. */
export interface Answer {
  status: number;
  type: string;
  body: string;
}

interface Response {
  content?: Record<string, { schema?: { format?: string } } | undefined>;
}

/** Compares answers with the contract. */
export class ContractFaults {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly contract: OpenAPIObject) {
    this.ajv.addSchema({ $id: 'contract', components: contract.components });
  }

  /** What is wrong with an answer; null when the contract says so. @param template a path of the contract, or another one */
  find(method: string, template: string, { status, type, body }: Answer): string | null {
    if (status >= 500) return `a status of ${status}`;
    if (status >= 400) return this.faultOfProblem(status, type, body);
    const operation = this.contract.paths[template]?.[method.toLowerCase() as 'get'];
    if (!operation) return null;
    const response = operation.responses[String(status)] as Response | undefined;
    if (status === 304 || (status === 204 && body === '' && (response || status === 204))) return null;
    if (!response) return `a status that is not documented: ${status}`;
    const schema = response.content?.['application/json']?.schema;
    // A file is documented as binary, whatever is in it.
    if (!schema || schema.format === 'binary' || !type.startsWith('application/json')) return null;
    return this.faultOf(`${method} ${template} ${status}`, schema, body);
  }

  private faultOfProblem(status: number, type: string, body: string): string | null {
    if (type.startsWith('text/html')) return null;
    if (!type.startsWith('application/problem+json')) return `a refusal of the type ${type}`;
    if ((JSON.parse(body) as { status?: unknown }).status !== status) return 'a problem with another status';
    return this.faultOf('problem', { $ref: '#/components/schemas/Problem' }, body);
  }

  private faultOf(key: string, schema: object, body: string): string | null {
    const known = this.validators.get(key) ?? this.ajv.compile(inContract(schema));
    this.validators.set(key, known);
    return known(JSON.parse(body)) ? null : `a body that does not fit: ${this.ajv.errorsText(known.errors)}`;
  }
}

/** A schema whose references lead into the contract. */
function inContract(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"contract#/components')) as object;
}
