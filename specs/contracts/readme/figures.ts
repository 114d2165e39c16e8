import type { Text } from 'mdast'
import { visit } from 'unist-util-visit'
import { lineOf } from '../../../src/audit/markdown/page.ts'
import { type SectionName, sectionNamed } from '../../../src/audit/markdown/required-sections.ts'
import type { Page } from './page.ts'

/** Sections about what came out: a digit typed there is a result, or will be taken for one. */
const strict: readonly SectionName[] = ['Results', 'Deviations']

const anyDigit = /\d+([.,]\d+)*( ?%)?/
/** A percentage, or a fraction below one as accuracies, errors and p-values are written. */
const resultLike = /\d+([.,]\d+)*( ?%| per ?cent| points)|(?<![\d.])0?\.\d+/

/**
 * Figures that were typed by hand: outside of generated blocks and code, in Results and Deviations
 * any digit at all, elsewhere whatever looks like a result.
 */
export function typedFigures(page: Page): string[] {
  const strictLines = strict.flatMap((name) => {
    const section = sectionNamed(page, name)
    const last = section?.nodes.at(-1)
    return section && last?.position ? [[section.line, last.position.end.line] as const] : []
  })
  const faults: string[] = []
  visit(page.root, 'text', (node: Text) => {
    if (page.isGenerated(node)) return
    const line = lineOf(node)
    const isStrict = strictLines.some(([first, last]) => line >= first && line <= last)
    node.value.split('\n').forEach((words, i) => {
      const found = (isStrict ? anyDigit : resultLike).exec(words)
      if (found)
        faults.push(
          `${page.path}:${line + i}: "${found[0]}" is typed by hand in "${words.trim()}"; numbers come from goldens, in a generated block`,
        )
    })
  })
  return faults
}
