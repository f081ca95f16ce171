/** What a reminder may speak of. */
interface ReminderFacts {
  name: string;
  plan: string;
  /** The day of the end, in words. */
  date: string;
  link: string;
}

/** A reminder in one language. */
export type ReminderText = (facts: ReminderFacts) => { subject: string; paragraphs: string[] };
