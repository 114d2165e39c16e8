import { describe, expect, it } from 'vitest'
import { mostOperands } from '../../src/numerics/linear/box.ts'
import { families, kernelNames, table } from '../../src/numerics/table/index.ts'
import { isArray, size, written } from '../../src/numerics/table/operands.ts'
import { namesIn } from '../../src/numerics/table/shape.ts'
import { divisionOf } from '../../src/numerics/threads/divisions.ts'
import { expectNoFaults } from '../contracts/no-faults.ts'
import { lineOf, type Node, sourceFiles, walk } from '../contracts/source/tree.ts'

/** The names that an entry gives its parameters, and those that it gives its operands. */
interface Names {
  readonly place: string
  readonly labels: readonly (string | undefined)[]
  readonly operands: readonly (string | undefined)[]
}

/** Of each `kernel<[label: Type, …]>([operand('name', …), …])` in the files of the table. */
function namesInTable(): Names[] {
  const found: Names[] = []
  for (const file of sourceFiles('src/numerics/table'))
    walk(file.program as unknown as Node, (node) => {
      const { callee, typeArguments, arguments: given } = node as unknown as CallOfKernel
      if (node.type !== 'CallExpression' || callee.name !== 'kernel') return
      found.push({
        place: `${file.path}:${lineOf(file, node)}`,
        labels: typeArguments?.params[0].elementTypes?.map(({ label }) => label?.name) ?? [],
        operands: given[0].elements.map((one) => one.arguments?.[0].value),
      })
    })
  return found
}

interface CallOfKernel {
  readonly callee: { readonly name?: string }
  readonly typeArguments?: {
    readonly params: readonly { readonly elementTypes?: readonly { label?: { name: string } }[] }[]
  }
  readonly arguments: readonly {
    readonly elements: readonly { readonly arguments?: readonly { value?: string }[] }[]
  }[]
}

describe('an entry of the table', () => {
  it('calls its operands as its parameters are called', () => {
    const names = namesInTable()
    expect(names.length).toBeGreaterThan(10)
    const wrong = names.filter(({ labels, operands }) => labels.join() !== operands.join())
    expectNoFaults(
      wrong.map(
        ({ place, labels, operands }) =>
          `${place}: parameters ${labels.join(', ')}, and operands ${operands.join(', ')}`,
      ),
    )
  })

  it.each(kernelNames)('of %s describes a call', (name) => {
    const { operands } = table[name]
    const names = operands.map((operand) => operand.name)
    const numbers = operands.filter(({ kind }) => kind === 'size' || kind === 'stride')
    const arrays = operands.filter(isArray)
    expect(new Set(names).size, 'two operands have one name').toBe(names.length)
    expect(operands.length).toBeLessThanOrEqual(mostOperands)
    const outputs = arrays.map(({ access }) => access !== 'read')
    expect(outputs, 'outputs come first').toEqual(outputs.toSorted((a, b) => +b - +a))
    expect(isArray(operands[0]) && operands[0].access).not.toBe('read')
    const streams = operands.filter(({ kind }) => kind === 'stream').length
    expect(streams, 'one state is lent at a time').toBeLessThanOrEqual(1)
    if (table[name].cut) expect(streams, 'a stream is drawn from by one thread').toBe(0)
    for (const { name, shape } of arrays)
      for (const one of namesIn(shape))
        expect(
          numbers.map((number) => number.name),
          `the shape of ${name}`,
        ).toContain(one)
  })

  it('stands in one family only', () => {
    const inFamilies = Object.values(families).flatMap((entries) => Object.keys(entries))
    expect(inFamilies).toEqual(kernelNames)
  })

  it('is not cut along a size that is not the first of an array that has it', () => {
    const operands = [written('y', ['rows', 'columns']), size('rows'), size('columns')]
    const cut = { along: 'columns', least: 1 }
    expect(() => divisionOf({ operands, cut })).toThrow(/cannot cut y along columns/)
  })

  it('is not cut along what it has no operand for', () => {
    const operands = [written('y', 'length'), size('length')]
    const cut = { along: 'rows', least: 1 }
    expect(() => divisionOf({ operands, cut })).toThrow(/no operand rows/)
  })
})
