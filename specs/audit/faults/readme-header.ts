import type { Fault } from '../fault.ts'

const citation =
  'Ada Ring, Bo Line: *Hidden units tell rings apart*. Journal of Small Examples 3(1), 1999.'
const demonstrates = `**Demonstrates:** A net with one hidden layer separates a disc from what surrounds it, which no line
can.`

const broken = (of: 'stub' | 'declared-stub', from: string, to: string, what: RegExp): Fault => ({
  of,
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line: 1 },
})

export const faults: readonly Fault[] = [
  broken('stub', citation, '', /cites no paper/),
  broken('stub', citation, '(Ring, 1999)', /lacks title or venue/),
  broken('stub', citation, 'a paper of 1999 that a journal of small things printed', /no authors/),
  broken('stub', demonstrates, '', /no sentence that says what is demonstrated/),
  broken('stub', demonstrates, '**Demonstrates:** TODO', /no sentence that says/),
  broken('stub', '# Hidden units tell rings apart', '# TODO', /has no title/),
  broken('declared-stub', 'Ada Ring, Bo Line:', 'Ada Ring et al.:', /the authors Bo Line/),
  broken('declared-stub', '*Hidden units tell', '*Units tell', /the paper's title, "Hidden/),
  broken('declared-stub', '3(1), 1999', '3(1), 1998', /when it appeared: 1999/),
  broken(
    'declared-stub',
    'Journal of Small Examples 3(1)',
    'Somewhere',
    /where it appeared: Journal/,
  ),
  broken(
    'declared-stub',
    demonstrates,
    '**Demonstrates:** Nets are of use to many.',
    /as declared: A net/,
  ),
]
