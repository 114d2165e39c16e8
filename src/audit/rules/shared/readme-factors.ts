import { wrongFactors } from '../../numbers/factors.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-14',
  severity: 'MUST',
  says: 'A factor, a share or a difference follows from the two numbers that stand beside it.',
  because: 'numbers were run anew and typed in, and the "3 times less" behind them stayed',
  appliesTo: everySubject,
  example: {
    passes: '"0.072 against 0.022, 3.3 times less"',
    fails: '"0.072 against 0.022, 4.3 times less"',
  },
  check: withPage('its factors and shares', (page) => ({
    lookedFor: 'each as its two numbers give it, up to their rounding',
    findings: wrongFactors(page).map(({ line, what }) => ({ what, at: { path: page.path, line } })),
  })),
}
