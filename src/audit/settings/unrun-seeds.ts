import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { everyBlock, tablesIn } from '../facts/document/document.ts'
import { sectionsNamed } from '../facts/document/sections.ts'
import { type Statement, statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { optionsOf } from '../facts/program/options.ts'
import { type Program, programsOf } from '../facts/program/program.ts'
import { recordedRuns } from '../facts/runs/recorded-runs.ts'
import { saidSeeds } from '../facts/said/seed-counts.ts'
import type { Finding } from '../finding.ts'

/** Two seeds may be two commands; more have a loop, an option or a record. */
const fewest = 3

/**
 * A result of many seeds that nothing in the folder gives: no record holds them, no program or
 * documented command goes through seeds, and no option asks for it. Told once a page.
 */
export function unrunSeeds(page: Document, { files }: Evidence): Finding[] {
  const programs = programsOf(files)
  const said = sectionsNamed(page, 'Results').flatMap(statementsOf).flatMap(seedsOf)
  const [first] = said
  const recorded = new Set(recordedRuns(files).map(({ seed }) => seed))
  const isRun =
    recorded.size > 1 ||
    programs.length === 0 ||
    programs.some(goesThroughSeeds) ||
    optionsOf(programs).options.some(({ names }) => names.some((name) => ofMany.test(name))) ||
    files.some(({ path }) => ofMany.test(path)) ||
    isDocumented(page) ||
    givesEach(page)
  if (!first || isRun) return []
  const { words, line } = first
  const what = `${page.path}:${line} gives a result of “${words}”, and no record holds these seeds, no program goes through seeds, and no documented command runs more than one: commit the record, or the command`
  return [{ what, at: { path: page.path, line } }]
}

const ofMany =
  /(^|[^a-z])(n[-_]?)?(seeds|sweeps?|multi|runs|trials|repeats?|repetitions|restarts|replicates?|reps)([^a-z]|$)/i

/** "10/10 seeds", "seeds 0..9": in a row, or in a sentence with another number. */
function seedsOf(statement: Statement): { words: string; line: number }[] {
  const { cell, words, kind } = statement
  if (kind === 'code' || (cell && cell.column > 0)) return []
  const text = cell?.row ?? words
  const outOf = /(?<![\d./])\d{1,4}\s?\/\s?(\d{1,4}) seeds\b/.exec(text)
  const named = saidSeeds(text).filter(({ count }) => count >= fewest)
  const written = outOf && Number(outOf[1]) >= fewest ? outOf[0] : named[0]?.text
  if (written === undefined || notDone.test(text) || !isResult(text, written)) return []
  const at = words.indexOf(written)
  return [{ words: written.trim(), line: lineAt(statement, Math.max(0, at)) }]
}

const notDone = /\b(would|could|should|not run|no multi|future|paper|left|todo)\b/i

const isResult = (text: string, written: string) =>
  /\d+\s?\/\s?\d+/.test(text) || /\d\.\d|\d\s?%/.test(text.replace(written, ''))

function goesThroughSeeds({ nodes }: Program): boolean {
  return nodes.some(({ kind, text, parts, at, end, parent }) => {
    if (/^(name|parameter|member|keyword|key|function)$/.test(kind) && ofMany.test(text))
      return true
    if (kind !== 'for' && kind !== 'each') return false
    const target = parts[0]?.text ?? ''
    // What a comprehension does with it stands before its loop.
    const from = kind === 'each' && parent ? parent.at : at
    return (
      /^_?seed\w*$/i.test(target) ||
      nodes
        .slice(from, Math.max(end, parent && kind === 'each' ? parent.end : end))
        .some(
          (node) =>
            node.kind === 'keyword' && /seed/i.test(node.text) && node.parts[0]?.text === target,
        )
    )
  })
}

/** A loop in a fence, or commands of several seeds; "`--seed` 0..9" says what was done, too. */
function isDocumented({ blocks, text }: Document): boolean {
  const fences = everyBlock(blocks).flatMap((block) => (block.type === 'code' ? block.value : []))
  const given = fences.flatMap((value) => [...value.matchAll(/--seed[ =](\S+)/g)])
  return (
    new Set(given.map(([, seed]) => seed)).size > 1 ||
    given.some(([, seed]) => !/^\d+$/.test(seed)) ||
    fences.some((value) => /\bfor \w+ in\b|\bseq \d|\bxargs\b/.test(value)) ||
    /--seed`?[ =]`?(\{|\$|[A-Z<]|\d+\s?(\.\.|[-–]\s?\d|,\s?\d|(to|through|and)\s\d))/.test(text)
  )
}

/** A table with a row for each seed: each can be run by itself, and compared. */
const givesEach = ({ blocks }: Document): boolean =>
  tablesIn(blocks).some(
    ({ header, rows }) => /^\W*seeds?\W*$/i.test(header[0] ?? '') && rows.length >= fewest,
  )
