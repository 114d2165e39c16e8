/// <reference types="vite/types/importMeta.d.ts" />
import { parser as javascript } from '@lezer/javascript'
import { parser as python } from '@lezer/python'
import { describe, expect, it } from 'vitest'
import { importsOf } from '../../../src/audit/facts/program/imports.ts'
import type { Node } from '../../../src/audit/facts/program/node.ts'
import { parsedText } from '../../../src/audit/facts/program/parsed-text.ts'
import {
  type Language,
  readProgram,
  sourcesRead,
} from '../../../src/audit/facts/program/program.ts'
import { importsOf as parsedImportsOf } from '../../contracts/source/imports.ts'
import { sourceFiles } from '../../contracts/source/tree.ts'

const read = (text: string, language: Language) => readProgram('x', text, language)

/** A node as kind, text and parts: `(assign (name x) (number 1))`. */
const shown = ({ kind, text, parts }: Node): string =>
  `(${[kind, text, ...parts.map(shown)].filter((part) => part !== '').join(' ')})`
const statements = (text: string, language: Language) =>
  read(text, language).nodes[0].parts.map(shown)

/** With the slow specs, in CI: more sources, and what keeps a parser busiest. */
const isWhole = import.meta.env.MODE === 'slow'
const ownSources = isWhole
  ? ['src/audit', 'src/papers', 'src/run', 'specs/audit']
  : ['src/papers', 'src/run', 'src/audit/facts']

describe('a program is one tree, whichever language it is in', () => {
  it.each([
    ['x = f(1, k=2)', '(assign (name x) (call (name f) (number 1) (keyword k (number 2))))'],
    [
      'w[i] -= lr * self.v',
      '(assign - (index (name w) (name i)) (operation * (name lr) (member v (name self))))',
    ],
    ['a, b = c', '(assign (tuple ( (name a) (name b)) (name c))'],
    ['x = a if b else c', '(assign (name x) (choice (name b) (name a) (name c)))'],
    ['x = a is not None', '(assign (name x) (operation is not (name a) (constant none)))'],
    ['x: int = -1', '(assign (name x) (operation - (number 1)))'],
    ['x = 2. + 1.e-3', '(assign (name x) (operation + (number 2) (number 1e-3)))'],
    ['x = f"seed {s}"', '(assign (name x) (template seed {s} (name s)))'],
    [
      'x = {"seed": s, **k}',
      '(assign (name x) (dictionary (entry seed (name s)) (spread ** (name k))))',
    ],
    ['import numpy.random as npr', '(import numpy.random (imported numpy.random (name npr)))'],
    ['from .a import b', '(import .a (imported .a.b (name b)))'],
    [
      '@mark.skip(1)\ndef f(a, b=2): pass',
      '(decorated (call (member skip (name mark)) (number 1)) (function f (parameter a) (parameter b (number 2)) (block (other pass))))',
    ],
    [
      '[a for a, b in c if b]',
      '(comprehension (name a) (each (tuple ( (name a) (name b)) (name c)) (name b))',
    ],
    [
      'with open(p) as f: g()',
      '(with (assign (name f) (call (name open) (name p))) (block (call (name g))))',
    ],
  ])('Python: %j', (text, tree) => {
    expect(statements(text, 'python')).toEqual([tree])
  })

  it.each([
    ['const x: number = f(1) as T', '(assign (name x) (call (name f) (number 1)))'],
    [
      'w[i] -= lr * this.v',
      '(assign - (index (name w) (name i)) (operation * (name lr) (member v (name this))))',
    ],
    ['x = a ? b : c', '(assign (name x) (choice (name a) (name b) (name c)))'],
    ['x = !a && b', '(assign (name x) (operation and (operation not (name a)) (name b)))'],
    ['x = `seed §{s}`', '(assign (name x) (template seed §{s} (name s)))'],
    ['x = `seed`', '(assign (name x) (text seed))'],
    ["import { a as b } from 'node:m'", '(import node:m (imported m.a (name b)))'],
    ['const { random: r } = Math', '(assign (dictionary (entry random (name r))) (name Math))'],
    ['for (const x of y) f(x)', '(for (name x) (name y) (block (call (name f) (name x))))'],
    ['(a, b = 2) => a', '(function (parameter a) (parameter b (number 2)) (name a))'],
    ["import type { T } from 'm'; type U = import('q').T", ''],
  ])('JavaScript: %j', (written, shape) => {
    const [text, tree] = [written, shape].map((one) => one.replace('§', '$'))
    expect(statements(text, 'javascript')).toEqual(tree === '' ? [] : [tree])
  })

  it('whose comments and strings are told from its code', () => {
    const { nodes, comments } = read('# random.random()\nx = "random.random()" # y\n', 'python')
    expect(nodes.filter(({ kind }) => kind === 'call')).toEqual([])
    expect(comments).toEqual([
      { line: 1, text: '# random.random()' },
      { line: 2, text: '# y' },
    ])
  })

  it('with the imports that another parser finds in our own sources', () => {
    for (const file of sourceFiles(...ownSources)) {
      const program = readProgram(file.path, file.text, 'javascript')
      if (program.unreadLine !== null) continue
      const lines = (some: readonly { line: number }[]) =>
        some.map(({ line }) => line).sort((a, b) => a - b)
      const parsed = parsedImportsOf(file).filter(({ typeOnly }) => !typeOnly)
      expect(lines(importsOf(program)), file.path).toEqual(lines(parsed))
    }
  })

  it('of a notebook, with the lines of its file', () => {
    const cell = (type: string, ...source: string[]) => ({ cell_type: type, source })
    const cells = [
      cell('markdown', 'x\n'),
      cell('code', '%matplotlib inline\n', 'import torch\n', 'y'),
    ]
    const text = JSON.stringify({ cells }, null, 1)
    const { nodes, unreadLine } = readProgram('a.ipynb', text, 'python')
    const line = text.split('\n').findIndex((one) => one.includes('import torch')) + 1
    expect(nodes.find(({ kind }) => kind === 'import')).toMatchObject({ text: 'torch', line })
    expect(unreadLine).toBeNull()
  })
})

describe('a source that does not parse gives what could be read', () => {
  it.each([
    ['import numpy as np\nx = = 3\ny = np.ones(2)\n', 2],
    ['import numpy as np\ndef f(:\n    return 1\ny = np.ones(2)\n', 2],
  ])('%j', (text, line) => {
    const program = read(text, 'python')
    expect(program.unreadLine).toBe(line)
    expect(program.calls.map(({ origin }) => origin)).toContain('numpy.ones')
    expect(sourcesRead([program])).toBe(`1 sources, 1 not in full, from x:${line}`)
  })
})

describe('a source that was written to keep a parser busy', () => {
  const parsers = { python, javascript: javascript.configure({ dialect: 'ts' }) }
  const fill = (text: string, size = 250_000) => text.repeat(size / text.length)

  const slowest = [
    ['functions that may be calls', fill('async(\n'), 'javascript'],
    ['signs of no language, behind a program', `${'x = 1\n'.repeat(7000)}${fill('$\n')}`, 'python'],
  ] as const

  it.each([
    ['replacements', fill('f"{'), 'python'],
    ['brackets', '('.repeat(100_000), 'python'],
    ['calls in calls', fill('SGD(a(b(c(\n'), 'python'],
    ['regular expressions', fill('=/['), 'javascript'],
    ['templates', fill(`\`$${'{'}`), 'javascript'],
    ['types that may be comparisons', fill('x<y<\n'), 'javascript'],
    ['signs of no language', fill('$\n'), 'python'],
    ...(isWhole ? slowest : []),
  ] as const)('is left where it is no program: %s', (_, text, language) => {
    const { nodes, unreadLine } = read(text, language)
    expect(unreadLine).not.toBeNull()
    expect(parsedText(text, parsers[language]).text.trim().length).toBeLessThan(90_000)
    // No more is kept than there are places at which something could stand.
    expect(nodes.length).toBeLessThan(45_000)
  })

  it('is read where it is one, each node once', () => {
    const text = fill('v = m * v + g\n', 140_000)
    const { nodes, unreadLine } = read(text, 'python')
    expect(unreadLine).toBeNull()
    expect(nodes).toHaveLength(1 + 10_000 * 7)
  })
})
