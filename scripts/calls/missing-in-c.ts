import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { families } from '../../src/numerics/table/index.ts'
import { definitionsOnly } from './c.ts'

const run = promisify(execFile)

/**
 * A sentence for each kernel of the table that its family does not define in C: its name is not among
 * the words that the preprocessor leaves. None where the preprocessor fails, too.
 */
export async function missingInC(
  sourceFolder: string,
  command: string,
  flags: readonly string[],
): Promise<string[]> {
  const lacking = Object.keys(families).find(
    (family) => !existsSync(join(sourceFolder, `${family}.inc`)),
  )
  if (lacking) return [`src/kernels/native/${lacking}.inc is missing, ${because(lacking)}`]
  const source = join(sourceFolder, 'kernels.c')
  const preprocessing = run(command, [...flags, `-D${definitionsOnly}`, '-E', source], {
    maxBuffer: 2 ** 28,
  })
  const words = await preprocessing.then(
    ({ stdout }) => new Set(stdout.split(/\W+/)),
    () => null,
  )
  if (!words) return []
  return Object.entries(families).flatMap(([family, kernels]) =>
    Object.keys(kernels)
      .filter((name) => !words.has(`${name}_f32`))
      .map((name) => `src/kernels/native/${family}.inc has no KERNEL(${name}), ${because(family)}`),
  )
}

const because = (family: string) => `which src/numerics/table/${family}.ts asks for.`
