import type { Fault } from '../fault.ts'

const words = '![test accuracy of both models, a bar for each seed]'

const broken = (to: string, what: RegExp): Fault => ({
  of: 'stub',
  edit: { path: 'README.md', replace: [`${words}(figures/accuracy.png)`, to] },
  finds: { what, path: 'README.md', line: 44 },
})

export const faults: readonly Fault[] = [
  broken('![](figures/accuracy.png)', /has no words/),
  broken('![figure](figures/accuracy.png)', /"figure", do not say/),
  broken('![accuracy.png](figures/accuracy.png)', /"accuracy\.png", do not say/),
  broken('<img src="figures/accuracy.png">', /has no words/),
]
