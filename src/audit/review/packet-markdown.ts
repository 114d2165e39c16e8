import { plainText } from '../text/plain-text.ts'
import type { Packet } from './packet.ts'
import { readingClauses } from './reading-clauses.ts'
import { relationNames } from './relation.ts'
import { mostEntries } from './review-json.ts'
import { type Fact, type Sheet, sheetTitles } from './sheet.ts'

/** A packet as a page: questions first, then the lists of facts, then what an answer looks like. */
export function packetMarkdown(packet: Packet): string {
  const { folder, questions, sheets } = packet
  const shown = sheets.filter(({ groups }) => groups.some(({ facts }) => facts.length > 0))
  return `${[
    `# To be read: ${plainText(folder)}`,
    `These questions no machine decides. Read the folder, hold the lists below beside each other, and answer as a JSON file, whose shape stands at the end. What you write is checked: \`assay audit FOLDER --review FILE\` believes nothing that it can check, and refuses by name what does not hold.`,
    machineText(packet),
    '## Questions',
    questions.map((one) => questionText(one, shown)).join('\n'),
    ...shown.map(sheetText),
    answerText(packet),
  ].join('\n\n')}\n`
}

function machineText({ machine: { holds, fails, should } }: Packet): string {
  const withSeverity = (clause: string) => (should.includes(clause) ? `${clause} (SHOULD)` : clause)
  const lines = fails.flatMap(({ clause, findings }) =>
    findings.map((finding) => `- ${withSeverity(clause)}: ${quoted(finding, 300)}`),
  )
  return [
    '## What the machine says already',
    `A clause is a MUST where nothing else stands behind it. These hold, and an entry under one of them is believed only when it sets two numbers against each other: ${holds.map(withSeverity).join(', ') || 'none'}.`,
    ...(lines.length > 0 ? ['These do not, and need no entry of yours:', lines.join('\n')] : []),
  ].join('\n\n')
}

function questionText(
  { clause, severity, says, because, how, facts }: Packet['questions'][number],
  sheets: readonly Sheet[],
): string {
  const there = facts.filter((name) => sheets.some((sheet) => sheet.name === name))
  const beside = there.map((name) => `[${sheetTitles[name]}](#${anchor(sheetTitles[name])})`)
  return `- **${clause}** (${severity}) ${says} Because ${because}. ${how}${beside.length > 0 ? ` Hold beside each other: ${beside.join('; ')}.` : ''}`
}

const anchor = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-')

function sheetText({ name, groups, leftOut }: Sheet): string {
  const parts = groups.flatMap(({ title, facts, leftOut }) => {
    if (facts.length === 0) return []
    const lines = facts.map((fact) => factText(fact))
    const more = leftOut > 0 ? [`… ${leftOut} lines more were left out`] : []
    const head = title === '' ? [] : [`**${quoted(title, 200)}**`]
    return [[...head, '```text', ...lines, ...more, '```'].join('\n')]
  })
  const rest =
    leftOut > 0
      ? [`${leftOut} more were left out, each with one value or with little to compare.`]
      : []
  return [`## ${sheetTitles[name]}`, ...parts, ...rest].join('\n\n')
}

const factText = ({ path, line, words, about }: Fact) =>
  `${path}:${line}: ${quoted(words, 400)}${about ? `    [${quoted(about, 170)}]` : ''}`

/** No fence ends before it should, and no line before its time. */
function quoted(text: string, most: number): string {
  const plain = plainText(text).replaceAll('```', '` ` `')
  return plain.length <= most ? plain : `${plain.slice(0, most)}…`
}

function answerText({ folder, files, questions }: Packet): string {
  const example = {
    schema: 'assay/review@1',
    reader: 'Ada Ring',
    read: { folder, files: { 'rings.py': '0'.repeat(64) } },
    entries: [
      {
        clause: 'READ-1',
        severity: 'MUST',
        places: [
          { path: 'rings.py', line: 12, words: 'Three winners in each block of 8' },
          { path: 'rings.py', line: 31, words: 'WINNERS = 4' },
        ],
        numbers: [{ says: 'differ', of: [3, 4] }],
        sentence: 'The docstring says 3 winners, and the code has 4.',
      },
      {
        clause: 'READ-3',
        severity: 'SHOULD',
        places: [
          { path: 'README.md', line: 48, words: 'the curves are nearly overlapping' },
          { path: 'README.md', line: 41, words: '| 50 | 0.70 | 0.91 |' },
        ],
        numbers: [{ says: 'difference', of: [0.91, 0.7], is: 0.21 }],
        sentence: 'They are called nearly overlapping, and are 0.21 apart.',
      },
    ],
    answers: [{ clause: 'READ-4', found: 'nothing', note: 'All values agree.' }],
  }
  return [
    '## The answer',
    [
      `- \`entries\`: what is wrong, one thing each. \`places\` are two, where the words stand: the line on which they begin, and the words as they are in the file (blanks and marks such as \`**\` do not count). Quote enough to be told apart, and both sides of what does not agree. The two may not overlap. There are ${mostEntries} entries at most.`,
      '- A picture cannot be quoted: quote the caption, and the line of the script that draws it.',
      `- ${programsOnly(questions)}`,
      '- An entry may be under a clause of the machine, too (those above, with the severity that is given there).',
      '- Every number of `sentence` stands in the quoted words, or follows from them by one of `numbers`. These are computed again: ' +
        `${relationNames.map((name) => `\`${name}\``).join(', ')}. \`differ\`, \`less\` and \`more\` take two numbers and no \`is\`, \`differ\` one of each place; \`percent\` is 100 a / b, \`change\` is 100 (a - b) / b, \`count\` is how many are listed.`,
      '- `severity` is the clause’s, or SHOULD for what is small. A MUST that holds rejects the folder, and needs `numbers` that set a number of one place against another number of the other place. Without them an entry is a judgement that nothing re-derives: it counts as SHOULD. That something is missing cannot be quoted, so it is such a judgement, too.',
      '- `answers`: the clauses under which you looked and found nothing.',
      '- `read.files`: the sha256 of each file that you quote, as it is here.',
      '- Leave out what you only suspect. Nothing is to be entered for the sake of having an entry.',
    ].join('\n'),
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
    'The sha256 of the files:',
    `\`\`\`json\n${quotedFiles(files)}\n\`\`\``,
  ].join('\n\n')
}

/** Which clauses ask about a program, so that two places in pages do not answer them. */
function programsOnly(questions: Packet['questions']): string {
  const asking = (where: string) =>
    readingClauses
      .filter(({ clause, oneIn }) => oneIn === where && questions.some((q) => q.clause === clause))
      .map(({ clause }) => clause)
      .join(', ')
  return `One of the two places has to be in a program for ${asking('a program')}; in a docstring, a comment or a text of a program for ${asking('said in a program')}; and in a Markdown page for ${asking('a page')}.`
}

const mostFiles = 150

/** One a line, to be copied. */
function quotedFiles(files: Packet['files']): string {
  const all = Object.entries(files)
  const lines = all
    .slice(0, mostFiles)
    .map(([path, sha256]) => `  ${JSON.stringify(plainText(path))}: "${sha256}"`)
  return `{\n${lines.join(',\n')}\n}`.replaceAll('```', '` ` `')
}
