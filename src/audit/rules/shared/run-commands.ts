import { isWithin, sectionNamed } from '../../facts/document/sections.ts'
import { commandsInline } from '../../gather/documented-commands.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { unknownChoices } from '../../settings/unknown-choices.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'RUN-1',
  severity: 'MUST',
  exceptForOthers: 'that no command is documented is a SHOULD',
  says: 'Running documents at least one command, and each documented command parses and exists.',
  because: 'a reader who cannot type the command cannot check the number',
  appliesTo: everySubject,
  example: {
    passes: 'node train.mjs --seed 0, where train.mjs is there and knows --seed',
    fails: 'python3 train.py --sed 0, where train.py knows --seed',
  },
  check: withPage('its shell commands', (page, evidence) => {
    const { commands } = evidence
    const running = sectionNamed(page, 'Running')
    const ofRunning = running ? commands.filter(({ line }) => isWithin(line, running)) : commands
    const inline = running ? commandsInline(running.blocks) : []
    const none =
      ofRunning.length + inline.length > 0
        ? []
        : [
            {
              what: 'Running documents no command; put the one that gives the number under Results there, in a shell fence',
              at: { path: page.path, ...(running && { line: running.line }) },
              forOthers: 'SHOULD' as const,
            },
          ]
    const broken = commands.flatMap(({ line, text, fault }) =>
      fault === null
        ? []
        : [{ what: `"${text}" does not run: ${fault}`, at: { path: page.path, line } }],
    )
    return {
      lookedFor: `a command under Running; programs, scripts and options that are there (${commands.length} commands)`,
      findings: [...none, ...broken, ...unknownChoices(evidence, page.path)],
    }
  }),
}
