import { plainText } from './plain-text.ts'

/** Text as a cell or a sentence of Markdown: shown as it is, never read as HTML, link or table. */
export function markdownText(text: string): string {
  return plainText(text)
    .replace(/[&<>]/g, (letter) => entities[letter])
    .replace(/[\\`*_[\]|~#!]/g, '\\$&')
    .replace(/\n+/g, ' ')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
