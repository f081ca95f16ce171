import { z } from 'zod';
import { example } from './example';

const IMAGE_TAG =
  'the context value "imageTag" names the release to run, by the commit it was built from: cdk deploy … -c imageTag=SHA';
const imageTag = z
  .string({ error: IMAGE_TAG })
  .regex(/^\w[\w.-]{0,127}$/, IMAGE_TAG)
  .refine((tag) => tag !== 'latest', IMAGE_TAG);

const RESTORED =
  'the context value "STAGE-database" is the resource id of a restored database and the ARN of its secret: db-…/arn:…';
const restored = z
  .string({ error: RESTORED })
  .regex(/^db-[A-Z0-9]+\/arn:aws:secretsmanager:[\w:!/.-]+-\w{6}$/, RESTORED)
  .transform((text) => {
    const [resourceId = '', ...secret] = text.split('/');
    return { resourceId, masterSecretArn: secret.join('/') };
  });

/** The properties in which a restored database that has taken over its predecessor's name differs from it. */
export type RestoredDatabase = z.output<typeof restored>;

/**
 * The release to run, from the context value `imageTag`. There is no default: a deployment must name its release.
 * Templates for AWS's example account have none.
 * @throws ZodError when it is missing, no tag, or `latest`, which is
 * ambiguous
 */
export function imageTagFrom(context: unknown, account: string): string {
  return account === example.account && context === undefined ? 'no-release' : imageTag.parse(context);
}

/**
 * The database that has replaced the one that the data stack created, from the context value `STAGE-database`
 * (printed by `./deploy.sh restore --swap`); undefined while the original one is in use.
 * @throws ZodError when it is not a resource id and an ARN
 */
export function restoredDatabaseFrom(context: unknown): RestoredDatabase | undefined {
  return restored.optional().parse(context);
}
