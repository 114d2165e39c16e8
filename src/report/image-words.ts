import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/**
 * The alternative text of each image in a README, by the image's path, in the order of the README.
 */
export function imageWords(readme: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(readme)
  visit(tree, 'image', ({ url, alt }) => {
    words.set(url.replace(/^\.\//, ''), alt ?? '')
  })
  return words
}
