import { SKIP, visit } from 'unist-util-visit'
import {
  isWithin,
  type SectionName,
  sectionNamed,
} from '../../../src/audit/facts/document/sections.ts'
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
  const strictSections = strict.flatMap((name) => {
    const section = sectionNamed(page, name)
    return section ? [section] : []
  })
  const faults: string[] = []
  visit(page.tree, (node) => {
    if (node.type === 'element' && /^(code|pre)$/.test(node.tagName)) return SKIP
    if (node.type !== 'text' || page.isGenerated(node)) return
    const line = node.position?.start.line ?? 1
    const isStrict = strictSections.some((section) => isWithin(line, section))
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
