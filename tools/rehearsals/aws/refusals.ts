import { once } from 'node:events';
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Moto } from './moto';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a stack whose creation failed says of itself, after moto has deleted it. */
interface Failed {
  readonly description: string;
  readonly events: string;
}

const NAMESPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';
const EMPTIED = 'aws-cdk:auto-delete-objects';
const XML = { 'content-type': 'text/xml' };

/**
 * moto with what CloudFormation refuses and moto does not: a protected stack is not deleted, nor is a full bucket; and a creation
 * can fail, which leaves ROLLBACK_COMPLETE behind. Other requests pass through.
 */
export class RefusingMoto {
  /** What was refused, one sentence each. */
  readonly refusals: string[] = [];
  private readonly protectedStacks = new Set<string>();
  private readonly failed = new Map<string, Failed>();
  private readonly failing = new Set<string>();
  private readonly stuck = new Set<string>();

  private constructor(
    private readonly server: Server,
    private readonly moto: Moto,
  ) {}

  /** Starts it in front of a running moto. */
  static async before(moto: Moto): Promise<RefusingMoto> {
    const server = createServer();
    const refusing = new RefusingMoto(server, moto);
    server.on('request', (request, response) => {
      void buffer(request)
        .then((body) => refusing.answerTo(request.method ?? 'GET', request.url ?? '/', request.headers, body))
        .then(({ status, headers, body }) => {
          delete headers['transfer-encoding'];
          response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body, 'latin1') });
          response.end(Buffer.from(body, 'latin1'));
        })
        .catch((error: unknown) => response.destroy(error as Error));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return refusing;
  }

  /** Its address, in the form in which moto takes requests. */
  get endpoint(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Lets the next creation of a stack fail, once everything in it is made. */
  failCreationOf(stack: string): void {
    this.failing.add(stack);
  }

  /** Ends it. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answerTo(method: string, path: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
    if (!headers.authorization?.includes('/cloudformation/')) return this.pass(method, path, headers, body);
    const words = new URLSearchParams(body.toString());
    const stack = /stack\/([^/]+)\//.exec(words.get('StackName') ?? '')?.[1] ?? words.get('StackName') ?? '';
    const pass = () => this.pass(method, path, headers, body);
    switch (words.get('Action')) {
      case 'UpdateTerminationProtection':
        this.protect(stack, words.get('EnableTerminationProtection') === 'true');
        return xml('UpdateTerminationProtection', `<StackId>${stack}</StackId>`);
      case 'CreateStack':
        this.protect(stack, words.get('EnableTerminationProtection') === 'true');
        return this.create(stack, await pass());
      case 'DeleteStack':
        return this.delete(stack, pass);
      case 'DescribeStacks':
        return this.describe(stack, pass);
      case 'DescribeStackEvents': {
        const failed = this.failed.get(stack);
        return failed ? { status: 200, headers: { ...XML }, body: failed.events } : pass();
      }
      default:
        return pass();
    }
  }

  private protect(stack: string, isProtected: boolean): void {
    if (isProtected) this.protectedStacks.add(stack);
    else this.protectedStacks.delete(stack);
  }

  /** As CloudFormation rolls a creation back: what was made is deleted again, except what its template retains. */
  private async create(stack: string, made: Answer): Promise<Answer> {
    if (!this.failing.delete(stack) || made.status !== 200) return made;
    const ended = (text: string) => text.replaceAll('CREATE_COMPLETE', 'ROLLBACK_COMPLETE');
    const description = ended(await this.moto.cloudFormation('DescribeStacks', stack));
    const events = ended(await this.moto.cloudFormation('DescribeStackEvents', stack));
    await this.moto.cloudFormation('DeleteStack', stack);
    this.failed.set(stack, { description, events });
    return made;
  }

  private async describe(stack: string, pass: () => Promise<Answer>): Promise<Answer> {
    const failed = this.failed.get(stack);
    const answer = failed ? { status: 200, headers: { ...XML }, body: failed.description } : await pass();
    const isProtected = String(this.protectedStacks.has(stack));
    let body = answer.body.replace(/(<EnableTerminationProtection>)\w+/, `$1${isProtected}`);
    if (this.stuck.has(stack)) body = body.replace(/(<StackStatus>)\w+/, '$1DELETE_FAILED');
    return { ...answer, body };
  }

  private async delete(stack: string, pass: () => Promise<Answer>): Promise<Answer> {
    if (this.protectedStacks.has(stack)) {
      const why = `Stack [${stack}] cannot be deleted while TerminationProtection is enabled`;
      this.refusals.push(why);
      const error = `<Type>Sender</Type><Code>ValidationError</Code><Message>${why}</Message>`;
      const body = `<ErrorResponse xmlns="${NAMESPACE}"><Error>${error}</Error></ErrorResponse>`;
      return { status: 400, headers: { ...XML }, body };
    }
    if (this.failed.delete(stack)) return xml('DeleteStack', '');
    const reasons = await this.reasonsToKeep(stack);
    this.refusals.push(...reasons);
    if (reasons.length === 0) return pass();
    this.stuck.add(stack);
    return xml('DeleteStack', '');
  }

  /** Why a stack cannot be deleted. Buckets with the CDK's tag are emptied, as the CDK's own function does. */
  private async reasonsToKeep(stack: string): Promise<string[]> {
    const reasons: string[] = [];
    for (const name of await this.moto.bucketsOf(stack)) {
      const keys = [...(await this.bucket('GET', `${name}?list-type=2`)).matchAll(/<Key>([^<]+)</g)];
      if (keys.length === 0) continue;
      if ((await this.bucket('GET', `${name}?tagging`)).includes(EMPTIED)) {
        for (const [, key] of keys) await this.bucket('DELETE', `${name}/${key}`);
      } else reasons.push(`The bucket ${name} of ${stack} is not empty`);
    }
    return reasons;
  }

  private async bucket(method: string, path: string): Promise<string> {
    const authorization = 'AWS4-HMAC-SHA256 Credential=drill/20260101/us-east-1/s3/aws4_request';
    const answer = await fetch(`${this.moto.endpoint}/${path}`, { method, headers: { authorization } });
    if (!answer.ok && answer.status !== 404) throw new Error(`moto answers ${answer.status} to ${method} ${path}`);
    return answer.text();
  }

  private pass(method: string, path: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
    return new Promise((answer, fail) => {
      const request = ask(new URL(path, this.moto.endpoint), { method, headers }, (response) => {
        buffer(response).then(
          (text) =>
            answer({ status: response.statusCode ?? 502, headers: response.headers, body: text.toString('latin1') }),
          fail,
        );
      });
      request.on('error', fail);
      request.end(body);
    });
  }
}

function xml(action: string, result: string): Answer {
  const body = `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result></${action}Response>`;
  return { status: 200, headers: { ...XML }, body };
}
