/** Spaces in place of a text, with its line breaks left where they were. */
export const blank = (text: string) => text.replace(/[^\n]/g, ' ')
