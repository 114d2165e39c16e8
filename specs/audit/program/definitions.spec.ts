import { describe, expect, it } from 'vitest'
import { constantsIn, definitionsIn } from '../../../src/audit/facts/program/definitions.ts'
import { type Language, readProgram } from '../../../src/audit/facts/program/program.ts'

const read = (text: string, language: Language = 'python') => readProgram('a', text, language)

describe('the constants of a program', () => {
  it.each([
    ['EPOCHS = 12\nRATE: float = -1e-3\n', 'python', { EPOCHS: 12, RATE: -0.001 }],
    [
      'SIZE = 60_000\nNAME = "net"\nDEEP = True\n',
      'python',
      { SIZE: 60000, NAME: 'net', DEEP: true },
    ],
    ['class Config:\n    epochs: int = 15\n', 'python', { epochs: 15 }],
    ['N = 2 * 3\nM = len(x)\nK += 1\nQ = None\n', 'python', {}],
    ['def f():\n    n = 3\n', 'python', {}],
    ["export const epochs = 12\nlet name = 'net'\n", 'javascript', { epochs: 12, name: 'net' }],
  ] as const)('%j', (text, language, values) => {
    const found = constantsIn(read(text, language)).map(({ name, value }) => [name, value])
    expect(Object.fromEntries(found)).toEqual(values)
  })
})

describe('the functions and classes of a program', () => {
  it('with their parameters, defaults and docstrings', () => {
    const text =
      '"""K = 3 rings."""\n\ndef train(data, epochs=12):\n    """Trains."""\n    return 1\n'
    expect(definitionsIn(read(text))).toMatchObject([
      { name: '', docstring: { text: 'K = 3 rings.', line: 1 } },
      {
        name: 'train',
        line: 3,
        parameters: [
          { name: 'data', default: null },
          { name: 'epochs', default: { text: '12' } },
        ],
        docstring: { text: 'Trains.', line: 4 },
      },
    ])
  })
})
