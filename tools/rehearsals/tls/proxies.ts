import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CertificateFiles } from './authority';

/** A load balancer behind CloudFront. */
export interface Way {
  /** Where CloudFront listens for visitors. */
  readonly edgePort: number;
  readonly balancerPort: number;
  readonly balancerCertificate: CertificateFiles;
}

/** What all ways share. */
interface Surroundings {
  readonly folder: string;
  readonly apiPort: number;
  /** CloudFront's own certificate, and the authorities that it trusts. */
  readonly edgeCertificate: CertificateFiles;
  readonly trusted: string;
  /** The name that CloudFront expects on the load balancer's certificate. */
  readonly origin: string;
}

/** nginx in the places of CloudFront, which checks the certificate of its origin, and of the load balancer, which checks none. */
export class Proxies {
  private constructor(private readonly nginx: ChildProcess) {}

  /** Starts nginx and waits until it listens. */
  static async start(ways: readonly Way[], surroundings: Surroundings): Promise<Proxies> {
    const { folder } = surroundings;
    const file = join(folder, 'nginx.conf');
    mkdirSync(join(folder, 'nginx'), { recursive: true });
    writeFileSync(file, configuration(ways, surroundings));
    const nginx = spawn('nginx', ['-c', file, '-p', folder, '-e', 'stderr'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (const { edgePort } of ways) {
      while (!(await listens(edgePort))) {
        if (nginx.exitCode !== null) throw new Error('nginx did not start.');
        await pause(50);
      }
    }
    return new Proxies(nginx);
  }

  /** Ends nginx. */
  async stop(): Promise<void> {
    const ended = once(this.nginx, 'exit');
    this.nginx.kill('SIGQUIT');
    await ended;
  }
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const connected = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return connected;
}

function configuration(ways: readonly Way[], { folder, ...rest }: Surroundings): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${join(folder, 'nginx', kind)};`)
    .join('\n  ');
  return `daemon off;
pid ${join(folder, 'nginx.pid')};
events {}
http {
  access_log off;
  ${temporary}
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header X-Forwarded-Proto https;
${ways.map((way) => servers(way, rest)).join('')}}
`;
}

function servers(
  { edgePort, balancerPort, balancerCertificate }: Way,
  { apiPort, edgeCertificate, trusted, origin }: Omit<Surroundings, 'folder'>,
): string {
  const encrypted = ({ certificate, key }: CertificateFiles) =>
    `ssl_certificate ${certificate};\n    ssl_certificate_key ${key};\n    ssl_protocols TLSv1.2 TLSv1.3;`;
  return `  server {
    listen 127.0.0.1:${edgePort} ssl;
    ${encrypted(edgeCertificate)}
    location / {
      proxy_pass https://127.0.0.1:${balancerPort};
      proxy_ssl_verify on;
      proxy_ssl_trusted_certificate ${trusted};
      proxy_ssl_server_name on;
      proxy_ssl_name ${origin};
      proxy_ssl_protocols TLSv1.2;
    }
  }
  server {
    listen 127.0.0.1:${balancerPort} ssl;
    ${encrypted(balancerCertificate)}
    location / {
      proxy_pass https://127.0.0.1:${apiPort};
    }
  }
`;
}
