import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'GOLD-2',
  severity: 'MUST',
  says: 'Accepted records are as assay wrote them.',
  because: 'a record that is edited by hand proves what its editor wants',
  appliesTo: ['paper'],
  example: {
    passes: 'the file has the seal of its line in the changelog',
    fails: 'a metric of the golden was changed in an editor',
  },
  check({ goldens }) {
    const unproven = goldens.length === 0 && 'there are no goldens'
    return {
      read: goldens.map(({ path }) => path).join(', ') || 'no goldens',
      lookedFor: 'nothing wrong with the files at rest',
      findings: goldens.flatMap(({ path, faults }) =>
        faults.map((what) => ({ what, at: { path } })),
      ),
      ...(unproven && { unproven }),
    }
  },
}
