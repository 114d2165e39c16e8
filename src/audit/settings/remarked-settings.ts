import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { commandRemarks } from '../facts/said/command-remarks.ts'
import type { Finding } from '../finding.ts'
import { contradiction } from './contradiction.ts'
import { type CommandRun, commandRuns } from './run-of-command.ts'
import { settingKey } from './setting-name.ts'

/** Comments in fences that give the command beside them another number of steps than it runs. */
export function contradictedRemarks(page: Document, evidence: Evidence): Finding[] {
  const runs = commandRuns(evidence)
  return commandRemarks(page.blocks, evidence.commands).flatMap(({ text, line, of }) => {
    const run = runs.find(({ command }) => command.line === of)
    return run ? countsIn(text).flatMap((count) => held(count, run, page.path, line)) : []
  })
}

interface Count {
  readonly key: string
  readonly value: number
  readonly words: string
}

/** "1000 outer steps", "12 epochs": a count of what a run does as a whole. */
function countsIn(text: string): Count[] {
  const found = numbersIn(text).flatMap(({ at, end, value, ranged, of, percent, approximate }) => {
    const unit =
      /^ (?:(?:training|outer|gradient|optimi[sz]er) )?(steps|epochs|iterations|iters|generations|episodes|updates)\b(?!\s+(?:per|each|later|before|after|apart|into)\b|\/)/.exec(
        text.slice(end, end + 40),
      )
    const before = text.slice(Math.max(0, at - 24), at)
    if (!unit || ranged || of !== null || percent || approximate || isPart.test(before)) return []
    return [{ key: settingKey(unit[1]), value, words: text.slice(at, end) + unit[0] }]
  })
  const keys = found.map(({ key }) => key)
  return found.filter(({ key }) => keys.indexOf(key) === keys.lastIndexOf(key))
}

/** "after 100 steps", "every 50 steps", "solved in 300 steps" */
const isPart =
  /\b(every|each|per|after|within|by|at|in|over|than|about|around|until|to|from|first|last|only|of|vs\.?|versus|instead of|not|paper'?s?)\s*~?$|[+*×/<>≥≤-]\s*$/i

function held(
  { key, value, words }: Count,
  run: CommandRun,
  path: string,
  line: number,
): Finding[] {
  const own = run.options.filter(({ names }) => names.some((one) => settingKey(one) === key))
  const [option] = own
  const runsWith = option && own.length === 1 ? run.numberFor(option) : null
  // Where something else of the run has this number, the words may be about that.
  const isOther = run.options.some((one) => run.numberFor(one) === value)
  if (runsWith === null || runsWith === value || isOther || choosesMode(run)) return []
  const name = option.names.find((one) => one.startsWith('--')) ?? option.names[0]
  const how = run.given(option) === null ? `, the default of ${option.path}:${option.line}` : ''
  return [
    contradiction(
      { path, line, words },
      `its command (${path}:${run.command.line}) runs with ${name} ${runsWith}${how}`,
    ),
  ]
}

/** A flag may set other numbers than those of the options: `--quick`, `--preset small`. */
const choosesMode = (run: CommandRun) =>
  run.options.some(
    (option) =>
      run.given(option)?.[0] === '' ||
      (run.given(option) !== null && /preset|config|profile|size|scale/i.test(option.name)) ||
      run.given(option)?.length === 0,
  )
