import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { wrongDeclaration } from '../../settings/declared-against-code.ts'
import { wrongSettings } from '../../settings/readme-against-code.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FAITH-20',
  severity: 'MUST',
  says: 'The settings that the README and assay.json give are those that the documented commands run with.',
  because:
    'a README told of 1500 steps at one threshold, and its command ran 2000 at another, by its defaults',
  appliesTo: everySubject,
  example: {
    passes: '“lr = 0.05”, and the command of Running has --lr 0.05, given or by default',
    fails: '“epochs = 12”, where python train.py --seed 0 trains for its default of 10',
  },
  check: withPage('the settings it gives', (page, evidence) => ({
    lookedFor: `other values of the same names in commands, defaults and constants (${sourcesRead(programsOf(evidence.files))})`,
    findings: [...wrongSettings(page, evidence), ...wrongDeclaration(evidence)],
  })),
}
