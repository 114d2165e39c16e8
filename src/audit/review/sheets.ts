import { headerOf } from '../facts/document/sections.ts'
import { definitionsIn } from '../facts/program/definitions.ts'
import { lastName, type Node } from '../facts/program/node.ts'
import { takesSeed } from '../facts/program/option.ts'
import { optionsOf } from '../facts/program/options.ts'
import type { Program } from '../facts/program/program.ts'
import { codeLine, factOf, hasNumber, type PacketSource } from './packet-source.ts'
import { recordFacts } from './record-facts.ts'
import type { SaidLine } from './said-lines.ts'
import { type SettingTopic, settingsSheet, settingTopics } from './setting-topics.ts'
import { type Sheet, type SheetName, sheetOf, type WeighedFact } from './sheet.ts'

/** Every fact that a list could have, weighed; lists are cut from it. */
export interface Lists {
  readonly settings: readonly SettingTopic[]
  readonly others: Readonly<Record<Exclude<SheetName, 'settings'>, readonly WeighedFact[]>>
}

export function listsOf(source: PacketSource): Lists {
  const { evidence, programs, readme, said, above } = source
  const others: Lists['others'] = {
    commands: commandLines(source).map((one) => factOf(one, 1)),
    tables: readme.filter(({ kind }) => kind === 'row').map((one) => factOf(one, worth(one))),
    numbers: readme
      .filter((one) => one.kind === 'prose' && hasNumber(one))
      .map((one) => factOf(one, worth(one))),
    degree: [...readme.filter(({ kind }) => kind !== 'code'), ...docLines(said)]
      .filter(({ words }) => degree.test(words))
      .map((one) => factOf(one, worth(one) + (one.section === '' ? 0 : 1))),
    said: docLines(said)
      .filter((one) => hasNumber(one) || /[^=!<>]=[^=]|<-|:=/.test(one.words))
      .map((one) => factOf(one, hasNumber(one) ? 2 : 1)),
    functions: programs.flatMap((program) => functionsOf(program, source)),
    records: recordFacts(evidence.files),
    pages: above.map((one) => factOf(one, hasNumber(one) ? 2 : 1)),
    deviations: readme
      .filter(({ section }) => /^\W*(deviation|difference|departure)/i.test(section))
      .map((one) => factOf(one, 1)),
    paper: [...readme, ...docLines(said)]
      .filter(({ words, kind }) => kind !== 'code' && paper.test(words))
      .map((one) => factOf(one, worth(one))),
    seeds: [
      ...seedOptions(source),
      ...[...readme, ...docLines(said), ...above]
        .filter(({ words }) => /\bseeds?\b/i.test(words) && /\d/.test(words))
        .map((one) => factOf(one, worth(one))),
    ],
    evaluation: programs.flatMap((program) => evaluationOf(program, source)),
    figures: [...picturesOf(source), ...programs.flatMap((program) => drawingOf(program, source))],
    tried: [...readme, ...docLines(said)]
      .filter(({ words, kind }) => kind !== 'code' && tried.test(words))
      .map((one) => factOf(one, worth(one))),
    derived: [...readme, ...docLines(said), ...above]
      .filter((one) => one.kind !== 'code' && derived.test(one.words) && hasNumber(one))
      .map((one) => factOf(one, worth(one))),
  }
  return { settings: settingTopics(source), others }
}

/** All lists of a packet, each with so many lines at most. */
export function sheetsOf({ settings, others }: Lists, most: number): Sheet[] {
  return [
    settingsSheet(settings, Math.max(6, most >> 1), Math.max(4, Math.round(most / 5))),
    ...Object.entries(others).map(([name, facts]) => sheetOf(name as SheetName, facts, most)),
  ]
}

/** The lines of the commands that the README shows, with those that go on. */
function commandLines({ evidence, readme }: PacketSource): SaidLine[] {
  const code = new Map(readme.filter(({ kind }) => kind === 'code').map((one) => [one.line, one]))
  return evidence.commands
    .flatMap(({ line }) => {
      let first = line
      while (code.get(first - 1)?.words.endsWith('\\')) first--
      return Array.from({ length: line - first + 1 }, (_, i) => code.get(first + i) ?? [])
    })
    .flat()
}

/** What stands under Results, and what has numbers, comes first. */
const worth = (one: SaidLine): number =>
  1 + (/^\W*result/i.test(one.section) ? 2 : 0) + (hasNumber(one) ? 1 : 0)

const docLines = (said: readonly SaidLine[]) => said.filter(({ kind }) => kind !== 'text')

const degree =
  /\b(nearly|alclear(ly)?|close to|comparabl[ey]|similar(ly)?|identical(ly)?|perfect(ly)?|dramatic(ally)?|significant(ly)?|substantial(ly)?|slight(ly)?|far (below|above|better|worse)|well (below|above|under|within)|orders? of magnitude|always|never|robust(ly)?|stabl[ey]|reliabl[ey]|consistent(ly)?|monoton\w*|overlap\w*|indistinguishable|match(es|ing)?|negligible|sharp(ly)?|comfortabl[ey]|smooth(ly)?|cleanly?|solves?|best|worst|faster|slower|most|vanish\w*|saturat\w*|flat|plateau\w*)\b/i
const paper = /\b(papers?|originals?|reported|published|authors|et al)\b|§|\((19|20)\d\d\)/i
const tried =
  /\b(sweeps?|swept|ablat\w*|tried|trying|tested|tuned|tuning|grid|search(ed)? over|experiments? (show|with)|we (found|observed|saw|also)|in practice|empirical\w*|across|regardless|varied|varying|robust\w*|sensitiv\w*|larger|smaller|longer|deeper|wider|higher|lower) \w/i
const derived =
  /%|×|±|\b(params?|parameters|weights|chance|times|fold|x|half|twice|total|ratio|mean|median|average|per cent|percent|of \d|\d+\s*\/\s*\d+)\b/i

function functionsOf(program: Program, { evidence }: PacketSource): WeighedFact[] {
  const { path } = program
  return definitionsIn(program)
    .filter(({ name }) => name !== '')
    .flatMap(({ line, docstring }) => {
      const about = docstring?.text.trim().split('\n')[0].slice(0, 160)
      return [factOf(codeLine(evidence, path, line), docstring ? 2 : 1, about)]
    })
}

function seedOptions({ evidence, programs }: PacketSource): WeighedFact[] {
  return optionsOf(programs)
    .options.filter(takesSeed)
    .map(({ path, line }) => factOf(codeLine(evidence, path, line), 3, 'option'))
}

const measuring = /(eval|test|valid|accura|score|solve|success|hold_?out|split|permutation)/i

function evaluationOf(program: Program, { evidence }: PacketSource): WeighedFact[] {
  const fact = ({ line }: Node, weight: number) =>
    factOf(codeLine(evidence, program.path, line), weight)
  return program.nodes.flatMap((node) => {
    const { kind, text, parts } = node
    if (
      kind === 'assign' &&
      parts.slice(0, -1).some((one) => /best|chosen|select/i.test(lastName(one)))
    )
      return [fact(node, 3)]
    if (
      kind === 'operation' &&
      /^[<>]=?$/.test(text) &&
      parts.some((one) => /best/i.test(lastName(one)))
    )
      return [fact(node, 3)]
    if (kind === 'call' && /^(argmax|argmin|max|min|sorted|argsort)$/.test(lastName(parts[0])))
      return [fact(node, 1)]
    if (kind === 'call' && measuring.test(lastName(parts[0]))) return [fact(node, 2)]
    return kind === 'function' && measuring.test(text) ? [fact(node, 2)] : []
  })
}

function picturesOf({ evidence: { readme: reading }, readme }: PacketSource): WeighedFact[] {
  const end = reading.state === 'read' ? headerOf(reading.page).end : 0
  return readme
    .filter(
      ({ line, section, words }) =>
        /^\W*(visuali[sz]ation|figure)/i.test(section) ||
        (line <= end && /!\[|<img/i.test(words)) ||
        /\.(gif|png)\b/i.test(words),
    )
    .map((one) => factOf(one, 2))
}

const drawing = /^(savefig|set_title|title|suptitle|mimsave|imsave|save|subplots|FuncAnimation)$/

const drawingOf = (program: Program, { evidence }: PacketSource): WeighedFact[] =>
  program.calls
    .filter(({ node }) => drawing.test(lastName(node.parts[0])))
    .map(({ node: { line } }) => factOf(codeLine(evidence, program.path, line), 1))
