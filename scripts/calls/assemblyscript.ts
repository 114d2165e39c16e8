import { counterPlace } from '../../src/numerics/linear/box.ts'
import { families, kernelNames, table } from '../../src/numerics/table/index.ts'
import type { Kernel } from '../../src/numerics/table/kernel.ts'
import type { Operand } from '../../src/numerics/table/operands.ts'

/** The module that calls a kernel by its number, with its operands from the box: src/kernels/call.ts. */
export function assemblyScriptCalls(): string {
  const imports = Object.entries(families).map(
    ([family, kernels]) => `import { ${Object.keys(kernels).join(', ')} } from './${family}'`,
  )
  const cases = kernelNames.map(
    (name, number) =>
      `    case ${number}:\n      ${name}<T>(${operandsOf(table[name]).join(', ')})\n      return`,
  )
  return `${imports.join('\n')}

export function call<T extends number>(kernel: i32, box: usize): void {
  switch (kernel) {
${cases.join('\n')}
    default:
      unreachable()
  }
}
`
}

function operandsOf({ operands, cut }: Kernel): string[] {
  const given = operands.map((operand, place) => read[operand.kind](place))
  return cut?.tilesAcross ? [...given, whole(counterPlace)] : given
}

const real = (place: number) => `load<f64>(box, ${8 * place})`
/** An address or a size. */
const whole = (place: number) => `<usize>${real(place)}`

const read: Readonly<Record<Operand['kind'], (place: number) => string>> = {
  reals: whole,
  doubles: whole,
  indices: whole,
  bytes: whole,
  stream: whole,
  size: whole,
  stride: whole,
  scalar: real,
  flag: (place) => `${real(place)} != 0`,
}
