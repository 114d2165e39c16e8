import type { Fault } from '../fault.ts'
import { changeRuns } from '../paper-runs.ts'
import { withReadme } from '../with-readme.ts'

const readme = (
  of: 'stub' | 'declared-stub',
  from: string,
  to: string,
  what: RegExp,
  line: number,
): Fault => ({
  of,
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line },
})

const settings = 'Settings: hidden = 8'
const same = ({ seed }: { seed: number }) => ({ metrics: { testAccuracy: 0.61 + seed / 1e6 } })

export const faults: readonly Fault[] = [
  readme(
    'declared-stub',
    settings,
    `**Reproduces:** no\n\n${settings}`,
    /the README says that it reproduces: no, but its claims .* are replicates/,
    41,
  ),
  {
    of: 'declared-stub',
    says: 'the net is no better than the line',
    change: changeRuns('declared', same),
    finds: {
      what: /the README says yes of net, and claim net-beats-line, .* is not-replicated/,
      path: 'README.md',
      line: 38,
    },
  },
  readme(
    'stub',
    '**0.966**',
    '0.566',
    /the README says yes, but the paper has net 0.95 and line 0.61, and ours, 0.566 and 0.618, have the opposite order/,
    38,
  ),
  {
    of: 'compete-to-compute',
    says: 'it says that the claim replicates',
    change: withReadme('**not replicated**: with', '**replicates**: with'),
    finds: {
      what: /says yes of claim lwta-forgets-less, which is not-replicated on MNIST, headline: 17 of 30/,
      path: 'README.md',
    },
  },
  {
    of: 'highway-networks',
    says: 'it says that the claim fails',
    change: withReadme(
      'n = 10 | **replicates** |\n| `plain-degrades',
      'n = 10 | **not replicated** |\n| `plain-degrades',
    ),
    finds: {
      what: /says no of claim highway-beats-plain-at-30, which is replicates/,
      path: 'README.md',
    },
  },
]
