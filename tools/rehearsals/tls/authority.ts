import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];

/** A certificate and its key, as files. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate authority, by openssl. */
export class Authority {
  private readonly own: CertificateFiles;

  constructor(
    private readonly folder: string,
    name: string,
  ) {
    this.own = this.files(name);
    openssl(['req', '-x509', ...KEY, '-subj', `/CN=${name}`, '-keyout', this.own.key, '-out', this.own.certificate]);
  }

  /** The certificate that whoever trusts it knows. */
  get certificate(): string {
    return this.own.certificate;
  }

  /** Certifies names. @param file what the files are called */
  certify(file: string, names: readonly string[]): CertificateFiles {
    const { certificate, key } = this.files(file);
    const alternatives = `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`;
    const signed = ['-CA', this.own.certificate, '-CAkey', this.own.key, '-addext', alternatives];
    openssl(['req', '-x509', ...KEY, '-subj', `/CN=${names[0]}`, ...signed, '-keyout', key, '-out', certificate]);
    return { certificate, key };
  }

  private files(name: string): CertificateFiles {
    const path = join(this.folder, name.replaceAll(' ', '-'));
    return { certificate: `${path}.pem`, key: `${path}.key` };
  }
}

function openssl(args: string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
