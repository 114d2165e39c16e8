import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hasAddon, loadAddon, nativeDigest } from '../../src/numerics/native/index.ts'
import { packageRoot } from '../../src/package-root.ts'
import { exitCodes } from '../../src/user-error.ts'

const root = mkdtempSync(join(tmpdir(), 'assay-addon-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A folder with the addon and its stamp, as the build left them. */
function copy(): string {
  const folder = mkdtempSync(join(root, 'kernels-'))
  for (const name of ['kernels.node', 'native.json'])
    cpSync(join(packageRoot, 'dist/kernels', name), join(folder, name))
  return folder
}

/** One sentence that says what is wrong and the ways out. */
const refused = (why: string) =>
  expect.objectContaining({
    name: 'UserError',
    exitCode: exitCodes.couldNotRun,
    message: expect.stringMatching(
      new RegExp(
        `^The native backend at \\S+ ${why}\\. Run npm run build, or take --backend wasm: the bits are the same$`,
      ),
    ),
  })

describe.runIf(hasAddon())('an addon that is loaded', () => {
  it('has the digest that the build wrote', () => {
    expect(loadAddon(copy()).digest).toBe(nativeDigest())
  })

  it('is refused when it is not the one of the stamp', () => {
    const folder = copy()
    appendFileSync(join(folder, 'kernels.node'), '\0')
    expect(() => loadAddon(folder)).toThrow(refused('is of another build'))
  })

  const { addon } = hasAddon()
    ? JSON.parse(readFileSync(join(packageRoot, 'dist/kernels/native.json'), 'utf8'))
    : {}
  it.each<[string, (path: string) => void]>([
    ['missing', () => {}],
    ['a folder', (path) => mkdirSync(path)],
    ['cut off', (path) => writeFileSync(path, '{')],
    ['null', (path) => writeFileSync(path, 'null')],
    ['without digests', (path) => writeFileSync(path, '{}')],
    [
      'of a digest that is none',
      (path) => writeFileSync(path, `{"digest":"0","addon":"${addon}"}`),
    ],
  ])('is refused when its stamp is %s', (_, write) => {
    const folder = copy()
    const path = join(folder, 'native.json')
    rmSync(path)
    write(path)
    expect(() => loadAddon(folder)).toThrow(refused('has no sound native.json beside it'))
  })
})
