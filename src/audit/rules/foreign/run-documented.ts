import { commandsInline } from '../../gather/documented-commands.ts'
import { fileAt } from '../../gather/folder-file.ts'
import type { Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'RUN-9',
  severity: 'MUST',
  says: 'What an audit runs is a program of the folder, by a command and options that the README documents.',
  because: 'an assay.json could name another program than the one that readers are told to run',
  appliesTo: ['declared-stub'],
  example: {
    passes: 'command: node train.mjs, and Running shows node train.mjs --seed 0',
    fails: 'command: sh -c "cat results.json"',
  },
  check: withPage('its commands beside those of assay.json', (page, evidence) => {
    const { declared, files, commands } = evidence
    const command = declared?.command ?? []
    const typed = command.join(' ')
    const at = { path: declared?.path ?? page.path }
    const documented = [...commands.map(({ text }) => text), ...commandsInline(page.blocks)]
    const isShown = documented.some((text) => ` ${text} `.includes(` ${typed} `))
    const isOwn = command.some((word) => fileAt(files, word)?.kind === 'file')
    const unknown = (declared?.options ?? []).filter((option) => !page.text.includes(option))
    return {
      lookedFor: `${typed}, and ${declared?.options.join(', ') || 'no option'}`,
      findings: [
        ...(isOwn ? [] : [{ what: `${typed} runs no program of the folder`, at }]),
        ...(isShown
          ? []
          : [{ what: `the README documents no command that begins with ${typed}`, at }]),
        ...unknown.map((option) => ({ what: `the README does not document ${option}`, at })),
      ],
    }
  }),
}
