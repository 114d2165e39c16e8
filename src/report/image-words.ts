import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** What a README says is to be seen in each of its images, by the image's path, in their order. */
export function imageWords(readme: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(readme)
  visit(tree, 'image', ({ url, alt }) => {
    words.set(url.replace(/^\.\//, ''), alt ?? '')
  })
  return words
}
