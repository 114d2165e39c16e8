import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { sectionsOf } from '../facts/document/sections.ts'
import { type Statement, statementsOf } from '../facts/document/statements.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import type { Option } from '../facts/program/option.ts'
import type { Finding } from '../finding.ts'
import { contradiction } from './contradiction.ts'
import { settingsSaid } from './readme-words.ts'
import { type CommandRun, commandRuns, drawsPictures, isTrial } from './run-of-command.ts'
import { settingKey } from './setting-name.ts'

/** What decides how a run comes out, by the words that stand in its name. */
const deciding =
  /(^| )(epochs|iterations|steps|hidden|lr|batch|momentum|weight decay|layers?|depth|gens|pop|blocks|trials|T)( |$)/
/** What a picture needs for itself. */
const ofPictures =
  /(^| )(test|eval|snapshots?|frames?|every|fps|hold|delay|stride|dpi|plots?|show)( |$)/

/**
 * Pictures of another run than the headline's: a script that draws trains for 10 epochs where the
 * headline has 12, by a default that the README tells nobody of.
 */
export function picturesOfOthers(page: Document, evidence: Evidence): Finding[] {
  const runs = commandRuns(evidence).filter((run) => !isTrial(run))
  const headline = runs.find(({ program }) => !drawsPictures(program))
  const told = toldOfPictures(page)
  if (!headline || told.some(saysLess)) return []
  const said = settingsSaid(page)
  return runs
    .filter(({ program }) => drawsPictures(program))
    .flatMap((run) => {
      const [first, ...others] = run.options.flatMap((option) => {
        const key = settingKey(option.names.at(-1) ?? '')
        const other = headline.options.find(({ names }) =>
          names.some((one) => settingKey(one) === key),
        )
        const [shown, ours] = [run.numberFor(option), other ? headline.numberFor(other) : null]
        if (!deciding.test(key) || ofPictures.test(key) || run.given(option) !== null) return []
        if (shown === null || ours === null || shown === ours) return []
        if (told.some(({ words }) => gives(words, key, shown))) return []
        // Where the README gives the picture's value as the run's, it is the headline that differs.
        if (said.some((one) => one.key === key && one.value === shown)) return []
        return [{ option, shown, ours }]
      })
      return first ? [finding(page.path, run, headline, [first, ...others])] : []
    })
}

/** Whether words give a setting its value: "T = 160", "160 steps"; a number alone may be anything's. */
function gives(words: string, key: string, shown: number): boolean {
  return numbersIn(words)
    .filter(({ value }) => value === shown)
    .some(({ at, end }) => {
      const around = words.slice(Math.max(0, at - farthest), end + farthest)
      const isSpan = key === 'T' && /steps?\b|long\b|length/i.test(around)
      return isSpan || key.split(' ').some((word) => nameIn(word).test(around))
    })
}

const farthest = 30
/** A letter is the setting as it is; a word may stand in another form: "epoch", "hidden-unit". */
const nameIn = (word: string) =>
  word.length === 1
    ? new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'u')
    : new RegExp(word.replace(/s$/, ''), 'i')

/** A setting that a picture's run has otherwise than the headline's. */
interface Other {
  readonly option: Option
  readonly shown: number
  readonly ours: number
}

function finding(
  page: string,
  run: CommandRun,
  headline: CommandRun,
  others: readonly [Other, ...Other[]],
): Finding {
  const named = (value: (other: Other) => number) =>
    others.map((one) => `${one.option.names.at(-1)} ${value(one)}`).join(', ')
  const said = {
    path: run.program.path,
    line: others[0].option.line,
    words: named((one) => one.shown),
  }
  return contradiction(
    said,
    `the headline's command (${page}:${headline.command.line}) runs with ${named((one) => one.ours)}: what ${page}:${run.command.line} draws is another run, and the README does not say so`,
  )
}

/** "faster: fewer steps" says it in words. */
const lesser = /\b(smaller|shorter|fewer|faster|reduced|slimmer|lighter|short|less|different)\b/i

const saysLess = ({ words }: Statement) =>
  words.split(/[.;]\s/).some((sentence) => ofPicturesSaid.test(sentence) && lesser.test(sentence))

/** A README's statements that speak of pictures. */
function toldOfPictures(page: Document): Statement[] {
  return sectionsOf(page).flatMap((section) => {
    const isVisual = /visuali[sz]|figures/i.test(section.title)
    return statementsOf(section).filter(
      ({ words, above, cell }) =>
        isVisual || ofPicturesSaid.test([words, cell?.row ?? '', ...above].join(' ')),
    )
  })
}

const ofPicturesSaid =
  /\b(gifs?|animat\w+|figures?|plots?|frames?|visuali[sz]\w*|make_\w+|\w+\.(gif|png))\b/i
