/** The TCP ports that the walls between subnets and the security groups speak of. */
export const ports = {
  http: 80,
  https: 443,
  /** Submission with STARTTLS (RFC 6409). */
  smtp: 587,
  api: 3000,
  postgres: 5432,
  redis: 6379,
  /** What an answer comes back to. */
  ephemeral: { from: 1024, to: 65535 },
} as const;
