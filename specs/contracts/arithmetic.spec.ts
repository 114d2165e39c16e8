import { describe, expect, it } from 'vitest'
import { unportableUses } from '../../src/audit/facts/program/arithmetic.ts'
import { readProgram } from '../../src/audit/facts/program/program.ts'
import { exceptions } from './arithmetic/allowed.ts'
import { kernelViolationsIn, type Violation, violationsIn } from './arithmetic/violations.ts'
import { expectNoFaults } from './no-faults.ts'
import { parseText, sourceFiles } from './source/tree.ts'

const computing = ['src/numerics', 'src/nn', 'src/data', 'src/papers', 'src/claims']
const violations = sourceFiles(...computing).flatMap(violationsIn)

const isExcepted = ({ path, use }: Violation) => exceptions[path]?.uses.includes(use) === true
const sentence = ({ path, line, use, why }: Violation) => `${path}:${line} uses ${use}: ${why}`

describe('a result is computed with arithmetic that is the same everywhere', () => {
  it('in TypeScript', () => {
    expectNoFaults(violations.filter((one) => !isExcepted(one)).map(sentence))
  })

  it('as the audit reads it, by another parser', () => {
    const places = (uses: readonly { line: number; use: string }[]) =>
      uses.map(({ line, use }) => `${line} ${use}`).sort()
    for (const file of sourceFiles(...computing))
      expect(
        places(unportableUses(readProgram(file.path, file.text, 'javascript'))),
        file.path,
      ).toEqual(places(violationsIn(file)))
  })

  it('in the kernels', () => {
    expectNoFaults(sourceFiles('src/kernels').flatMap(kernelViolationsIn).map(sentence))
  })

  it('and every exception is used, and says why', () => {
    const faults = Object.entries(exceptions).flatMap(([path, { uses, because }]) => [
      ...uses
        .filter((use) => !violations.some((one) => one.path === path && one.use === use))
        .map((use) => `${path} no longer uses ${use}: take the exception back`),
      ...(because.length > 0 ? [] : [`${path} is an exception without a reason`]),
    ])
    expectNoFaults(faults)
  })
})

describe('the check itself', () => {
  const usesIn = (text: string, check = violationsIn) =>
    check({ path: 'example.ts', ...parseText('example.ts', text) }).map(({ use }) => use)
  const auditedUsesIn = (text: string) =>
    unportableUses(readProgram('example.ts', text, 'javascript')).map(({ use }) => use)

  it.each([
    ['Math.exp(1)', 'Math.exp'],
    ["Math['exp'](1)", 'Math'],
    ['const { exp } = Math', 'Math'],
    ['[1, 4].map(Math.log2)', 'Math.log2'],
    ['Math.random()', 'Math.random'],
    ['Math.round(2.5)', 'Math.round'],
    ['Math.hypot(3, 4)', 'Math.hypot'],
    ['x ** 2', '**'],
    ['x **= 2', '**'],
    ['Date.now()', 'Date'],
    ['new Date()', 'Date'],
    ['performance.now()', 'performance'],
    ['globalThis.Math', 'globalThis'],
    ["import { hrtime } from 'node:perf_hooks'", 'node:perf_hooks'],
  ])('finds %s, and so does the audit', (text, use) => {
    expect(usesIn(text)).toContain(use)
    expect(auditedUsesIn(text)).toContain(use)
  })

  it.each(['Math.sqrt(2)', 'record.Date', '({ Date: 1 })', '// Math.exp', "'Math.exp'"])(
    'lets %s pass, and so does the audit',
    (text) => {
      expect(usesIn(text)).toEqual([])
      expect(auditedUsesIn(text)).toEqual([])
    },
  )

  it.each([
    ['Mathf.exp(1)', 'Mathf'],
    ['NativeMath.sin(x)', 'NativeMath'],
    ['f32x4.relaxed_madd(a, b, c)', 'relaxed_madd'],
    ['v128.relaxed_min<f32>(a, b)', 'relaxed_min'],
    ['i16x8.dot_i8x16_i7x16_s(a, b)', 'i16x8.dot_i8x16_i7x16_s'],
    ['x ** y', '**'],
    ['// @ts-ignore: decorator\n@inline\nfunction f(): f32 { return Mathf.PI }', 'Mathf'],
  ])('finds %s in a kernel', (text, use) => {
    expect(usesIn(text, kernelViolationsIn)).toContain(use)
  })
})
