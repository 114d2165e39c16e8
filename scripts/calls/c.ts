import { counterPlace } from '../../src/numerics/linear/box.ts'
import { families, kernelNames, table } from '../../src/numerics/table/index.ts'
import type { Kernel } from '../../src/numerics/table/kernel.ts'
import type { Operand } from '../../src/numerics/table/operands.ts'

/** Under this name, the preprocessor leaves out the calls, so that it shows which kernels are defined. */
export const definitionsOnly = 'ASSAY_DEFINITIONS_ONLY'

/** The files that the sources in C include, by their names. */
export function generatedC(): Readonly<Record<string, string>> {
  return { 'table.h': tableHeader(), 'calls.inc': calls() }
}

/** All kernels in the order of their numbers, for tables of them: EACH_KERNEL(DO) is DO(name) for each. */
function tableHeader(): string {
  return `#define EACH_KERNEL(DO) ${kernelNames.map((name) => `DO(${name})`).join(' ')}\n`
}

/** Every family, then a function for each kernel that takes its operands out of the box. */
function calls(): string {
  const includes = Object.keys(families).map((family) => `#include "${family}.inc"`)
  const functions = kernelNames.map(
    (name) => `static void NAME(call_${name})(char *memory, const double *box) {
  (void)memory;
  NAME(${name})(${operandsOf(table[name]).join(', ')});
}`,
  )
  return `${includes.join('\n')}

#ifndef ${definitionsOnly}
${functions.join('\n')}
#endif
`
}

function operandsOf({ operands, cut }: Kernel): string[] {
  const given = operands.map((operand, place) => read[operand.kind](place))
  const counter = `box[${counterPlace}] == 0 ? NULL : ${array('int32_t')(counterPlace)}`
  return cut?.tilesAcross ? [...given, counter] : given
}

const array = (type: string) => (place: number) => `(${type} *)(memory + (size_t)box[${place}])`
const count = (place: number) => `(long)box[${place}]`

const read: Readonly<Record<Operand['kind'], (place: number) => string>> = {
  reals: array('real'),
  doubles: array('double'),
  indices: array('int32_t'),
  bytes: array('uint8_t'),
  stream: array('double'),
  size: count,
  stride: count,
  scalar: (place) => `box[${place}]`,
  flag: (place) => `box[${place}] != 0`,
}
