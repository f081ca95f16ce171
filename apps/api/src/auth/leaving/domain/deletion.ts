/** Days in which a person who leaves can still stay. */
export const graceDays = 7;
