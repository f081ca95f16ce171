import { z } from 'zod';

// One line: a break would begin a header of the writer's choice.
const line = z.string().regex(/^[^\r\n\0]*$/);

const mailSchema = z.object({
  to: line.min(3).max(254),
  subject: line.min(1).max(300),
  text: z.string(),
  html: z.string().optional(),
});

/** A mail to one person. */
export type Mail = z.output<typeof mailSchema>;

/** A mail on its way; its id stays the same however often it is tried. */
export const outgoingMailSchema = mailSchema.extend({ id: z.uuid() });

/** A mail on its way. */
export type OutgoingMail = z.output<typeof outgoingMailSchema>;
