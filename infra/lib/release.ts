import { z } from 'zod';

/** AWS's example account: nothing is ever deployed to it, so that templates can be made for it without knowing a release. */
const EXAMPLE_ACCOUNT = '123456789012';

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

/** What tells a database that was restored, and has taken its predecessor's name, from its predecessor. */
export type RestoredDatabase = z.output<typeof restored>;

/**
 * The release to run, from the context value `imageTag`. There is no default: what runs is what was said. Templates for
 * AWS's example account, which are only looked at, name none.
 * @throws ZodError when it is missing, no tag, or `latest`, which names nothing
 */
export function imageTagFrom(context: unknown, account: string): string {
  return account === EXAMPLE_ACCOUNT && context === undefined ? 'no-release' : imageTag.parse(context);
}

/**
 * The database that has taken the place of the one that the data stack made, from the context value `STAGE-database`
 * (`./deploy.sh restore --swap` says it); undefined while the first one is there.
 * @throws ZodError when it is not a resource id and an ARN
 */
export function restoredDatabaseFrom(context: unknown): RestoredDatabase | undefined {
  return restored.optional().parse(context);
}
