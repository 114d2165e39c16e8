const wordsOf = (text: string) =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/**
 * The arms that a text names, as whole words in their order: "highway, depth 50" is
 * `highway-depth-50` and not `highway`, for the longest name takes its words.
 */
export function namedArms(text: string, arms: readonly string[]): string[] {
  let words = ` ${wordsOf(text).join(' ')} `
  const longestFirst = [...arms].sort((a, b) => wordsOf(b).length - wordsOf(a).length)
  return longestFirst.filter((arm) => {
    const name = wordsOf(arm).join(' ')
    if (name === '' || !words.includes(` ${name} `)) return false
    words = words.replaceAll(` ${name} `, ' | ')
    return true
  })
}
