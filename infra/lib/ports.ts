/** The TCP ports of the network ACLs and security groups. */
export const ports = {
  http: 80,
  https: 443,
  /** Submission with STARTTLS (RFC 6409). */
  smtp: 587,
  api: 3000,
  postgres: 5432,
  redis: 6379,
  /** Ephemeral ports, to which responses return. */
  ephemeral: { from: 1024, to: 65535 },
} as const;
