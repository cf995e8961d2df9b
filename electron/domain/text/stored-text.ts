/** The text as the journal keeps it: half of a sign that needs two, from a broken paste, is one «�». */
export const storedText = (text: string): string => text.toWellFormed();
