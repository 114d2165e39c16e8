const longest = 2000

/**
 * Text from a folder or a program that is not ours, on one line and fit for a terminal, a report or a
 * log: control characters, and those that turn the direction of writing, are shown as their code
 * points, and what is endless is cut.
 */
export function plainText(text: string): string {
  const shown = text.replace(/[\t\r\n]+/g, ' ').replace(dangerous, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return `\\u{${code.toString(16)}}`
  })
  return shown.length <= longest ? shown : `${shown.slice(0, longest)}… (${shown.length} letters)`
}

const dangerous =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
