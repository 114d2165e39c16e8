import { describe, expect, it } from 'vitest'
import { rule } from '../../../src/audit/rules/shared/remarks-agree.ts'
import { foundIn } from './folder-of.ts'

const found = (text: string, path = 'net.py') => foundIn(rule, { [path]: text })

describe('a number in a docstring, a comment or a help text', () => {
  it('is named with the place of the other', () => {
    expect(found('"""A net.\n\nforward (hidden=H=48)\n"""\nH = 64\n')).toEqual([
      'net.py:3 says “H=48”, and net.py:5 has H 64',
    ])
  })

  it.each([
    ['p.add_argument("--epochs", default=10, help="passes (default 12)")', /“--epochs|default/],
    ['p.add_argument("--epochs", default=10, help="passes; default: 12")', /12/],
    ['"""Clusters with K=3."""\nK = 4', /K 4/],
    ['def f(lr=0.1):\n    """Steps by lr (default 0.2)."""', /lr 0\.1/],
    ['"""hidden size (8 by default)."""\np.add_argument("--hidden-size", default=16)', /16/],
    ['WIDTH = 12  # default 16, width = 16', /WIDTH 12/],
    [
      'p.add_argument("--quick", help="Smoke test: epochs=5.")\nepochs = 10\nif a.quick:\n    epochs = 4',
      /epochs 10 \(elsewhere 4\)/,
    ],
  ])('is wrong in %j', (text, what) => {
    expect(found(text)).toEqual([expect.stringMatching(what)])
  })

  it('is wrong in JavaScript, too', () => {
    const text = '/** A net of width = 8. */\nconst width = 16\n'
    expect(found(text, 'net.mjs')).toEqual([expect.stringMatching(/“width = 8”.*width 16/)])
  })

  it.each([
    ['the same number', '"""K = 4, lr=1e-1"""\nK, lr = 4, 0.1'],
    ['a command that is shown', '"""Usage:\n    python3 net.py --epochs 3\n"""\nepochs = 10'],
    ['a remark behind a command', '"""\n python3 net.py --quick   # depth=10\n"""\ndepth = 30'],
    ['a way to turn it off', 'def f(k=2):\n    """Set k=0 to go without."""'],
    ['a condition', 'def f(k=2):\n    """Plain if k=0, when k=1 linear."""'],
    ['a call with its own value', '"""Checked at hidden=4."""\nhidden = 16\nrun(hidden=4)'],
    ['another function’s', 'def f(k=2):\n    """k=2"""\ndef g(k=3):\n    """k=3"""'],
    ['a name that the code has not', '"""theta=0 is upright."""\nK = 4'],
    ['what only a call passes', '"""alpha=1.0"""\nplot(x, alpha=0.3)'],
    ['the paper’s', '"""The paper has lr = 0.5."""\nlr = 0.1'],
    ['a word for a time', '"""Starts at lr=0.5, initially."""\nlr = 0.1'],
    [
      'a smoke test’s number',
      'p.add_argument("--quick", help="epochs=4")\nepochs = 10\nif q:\n    epochs = 4',
    ],
    ['an example in a help', 'p.add_argument("--hidden", default=64, help="e.g. --hidden 128")'],
  ])('is silent about %s', (_, text) => {
    expect(found(text)).toEqual([])
  })
})
