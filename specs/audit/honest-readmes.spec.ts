import { afterAll, describe, expect, it } from 'vitest'
import { readStub, type StubFolder, stubEvidence } from '../../src/audit/gather/stub-evidence.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { editedInMemory, stubWith } from './broken-stub.ts'

const rules = await loadRules()

const table = `| | Paper | Ours | Reproduces |
|---|---|---|---|
| net | 0.95 | **0.966** | yes |
| line | 0.61 | **0.618** | yes |
`

const { folder, dispose } = stubWith([], { assayJson: false })
afterAll(dispose)
const sound = readStub(folder)

/** What the rules of these areas find in the stub without assay.json, whose README says it otherwise. */
function found(from: string, to: string): string[] {
  const edited = editedInMemory(sound, { path: 'README.md', replace: [from, to] }) as StubFolder
  const evidence = stubEvidence(edited, null)
  return rules
    .filter(({ appliesTo }) => appliesTo.includes('stub'))
    .filter(({ clause }) => /^(RUN|SEED|CLAIM|GOLD)-/.test(clause))
    .flatMap((rule) => rule.check(evidence).findings.map(({ what }) => `${rule.name}: ${what}`))
}

const settings = 'Settings: hidden = 8'
const also = (text: string) => found(settings, `${text}\n\n${settings}`)

describe('an honest README, however it is written', () => {
  it.each([
    ['in percent', '| Model | Ours |\n|--|--|\n| net | 96.6 % |\n| line | 61.8% |\n'],
    ['as an error', '| Model | Test error (ours) |\n|--|--|\n| Net | 3.4 % |\n| line | 0.382 |\n'],
    ['with its spread', '| Model | Ours |\n|--|--|\n| the net | 0.966 [0.904, 0.976] |\n'],
    [
      'as a mean that is called one',
      '| Model | Ours (mean ± std) |\n|--|--|\n| net | 0.954 ± 0.029 |\n',
    ],
    [
      'on its side',
      '| | net | line |\n|--|--|--|\n| **Paper** | 0.95 | 0.61 |\n| **Ours** | 0.966 | 0.618 |\n',
    ],
    ['in html', '<table><tr><th>Model<th>Ours</tr><tr><td>net<td><b>0.966</b></table>\n'],
    ['seed by seed', '| Seed | Ours, net |\n|--|--|\n| seed 0 | 0.972 |\n| seed 1 | 0.952 |\n'],
    ['with its best beside it', `${table}| net, best of five | 0.95 | 0.976 | yes |\n`],
    ['in a sentence', 'The net reaches **96.6 %** (0.904 to 0.976), the line **61.8 %**.\n'],
    ['with a decimal comma', '| Modell | Ours |\n|--|--|\n| net | 0,966 |\n'],
  ])('gives the median %s', (_, written) => {
    expect(found(table, written)).toEqual([])
  })

  it.each([
    ['counts that agree', 'The paper solves 9/10 runs, we solve 27/30: it reproduces.'],
    [
      'counts that differ and are said to',
      'The paper solves 9/10, we solve 9/30: it does not reproduce.',
    ],
    ['images, not seeds', 'The paper reads 9876 of 10000 digits right, we 9710/10000: reproduces.'],
    [
      'dates and pages',
      'Reproduced on 9/10/2024 from pages 9/10 to 9/30 of the paper; ours agrees.',
    ],
    [
      'more successes than the paper',
      '| | Paper | Ours | Reproduces |\n|-|-|-|-|\n| solved | 5/10 | 30/30 | yes |',
    ],
    [
      'a partial yes',
      '| | Paper | Ours | Reproduces |\n|-|-|-|-|\n| solved | 9/10 | 9/30 | partial |',
    ],
    ['no verdict at all', '| | Paper | Ours |\n|-|-|-|\n| solved | 9/10 | 9/30 |'],
  ])('compares counts: %s', (_, text) => {
    expect(also(text)).toEqual([])
  })

  it.each([
    [
      'a total that is right',
      '| Paper | Seeds |\n|-|-|\n| xor | 1,000 |\n| rings | 30 |\n| **Total** | 1,030 |',
    ],
    [
      'subtotals',
      '| P | N |\n|-|-|\n| a | 1 |\n| b | 2 |\n| Subtotal | 3 |\n| c | 4 |\n| Subtotal | 4 |\n| Total | 7 |',
    ],
    ['a count of rows', '| P | Who |\n|-|-|\n| a | Ann |\n| b | Bob |\n| Total | 2 |'],
    [
      'rounded times',
      '| Part | Time |\n|-|-|\n| train | 1.25 s |\n| test | 1.25 s |\n| Total | 2.6 s |',
    ],
    [
      'times in two units',
      '| Part | Time |\n|-|-|\n| train | 2 min |\n| test | 30 s |\n| Total | 2.5 min |',
    ],
    ['a mean under "total"', '| P | Accuracy |\n|-|-|\n| a | 0.9 |\n| b | 0.7 |\n| Total | 0.8 |'],
    ['a setting that begins so', '| Key | Value |\n|-|-|\n| epochs | 3 |\n| total steps | 300 |'],
    [
      'yeses with the partial ones',
      '| P | Reproduces |\n|-|-|\n| a | yes |\n| b | partial |\n| c | no |\n| Total | 2/3 |',
    ],
    [
      'seeds beside a table of verdicts',
      'On five seeds 4 of 5 reproduce the gap between the seeds.',
    ],
    ['a sentence that counts right', 'Both hold: 2 of 2 reproduce.'],
  ])('adds up: %s', (_, text) => {
    expect(also(text)).toEqual([])
  })

  it.each([
    ['an error above the paper', '| | Paper | Ours |\n|-|-|-|\n| test error | 0.35 % | 1.33 % |'],
    ['percent without its sign', '| | Paper | Ours |\n|-|-|-|\n| test error | 1.33 | 0.98 |'],
    ['one with a sign, one without', '| | Paper | Ours |\n|-|-|-|\n| accuracy | 95 % | 0.966 |'],
    ['perfect, as in the paper', '| | Paper | Ours |\n|-|-|-|\n| accuracy | 100 % | 100 % |'],
    ['no measure: epochs', '| | Paper | Ours |\n|-|-|-|\n| epochs | 800 | 15 |'],
    [
      'a tie within the last digit',
      '| | Paper | Ours | Same |\n|-|-|-|-|\n| a | 0.951 | 0.950 | yes |\n| b | 0.950 | 0.951 | yes |',
    ],
  ])('is not too good: %s', (_, text) => {
    expect(also(text)).toEqual([])
  })

  it.each([
    [
      'inline',
      '```sh\nnode train.mjs --seed 0 --model net\nnode train.mjs --seed 0 --model line\nnode figures.mjs\n```',
      'Type `node train.mjs --seed 0`.',
    ],
    [
      'prompted, with outputs',
      'node train.mjs --seed 0 --model net\n',
      '$ node train.mjs --seed 0 --model net\n{"testAccuracy":0.972}\n',
    ],
    [
      'with what is installed first',
      'node figures.mjs',
      'pip install -r requirements.txt\nnode figures.mjs > log.txt # draws',
    ],
    [
      'indented',
      '```sh\nnode train.mjs --seed 0 --model net\nnode train.mjs --seed 0 --model line\nnode figures.mjs\n```',
      '    node train.mjs --seed 0',
    ],
  ])('documents its command %s', (_, from, to) => {
    expect(found(from, to)).toEqual([])
  })
})
