import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import writeFileAtomic from 'write-file-atomic'
import { packageRoot } from '../src/package-root.ts'
import { generatedC } from './calls/c.ts'
import { missingInC } from './calls/missing-in-c.ts'

// Compiles src/kernels/native, and the calls that follow from the table of kernels, to
// dist/kernels/kernels.node where there is a C compiler. It is optional: the wasm kernels give the
// same bits, so without a compiler one line says so and the build continues.

const run = promisify(execFile)
const sourceFolder = join(packageRoot, 'src', 'kernels', 'native')
const addonPath = join(packageRoot, 'dist', 'kernels', 'kernels.node')
const stampPath = join(packageRoot, 'dist', 'kernels', 'native.json')

/**
 * No fused multiply-add and no reordering, because the numerics contract depends on the exact order
 * of operations.
 */
const flags = [
  '-std=c11',
  '-O3',
  '-fPIC',
  '-fvisibility=hidden',
  '-Wall',
  '-Wextra',
  '-Werror=implicit-function-declaration',
  '-Wfatal-errors',
  '-ffp-contract=off',
  '-fno-math-errno',
  '-fno-trapping-math',
]

interface InstructionSet {
  readonly name: string
  readonly vectorBytes: number
  readonly tileRows: number
  readonly flags: readonly string[]
}

const instructionSets: Readonly<Record<string, readonly InstructionSet[]>> = {
  x64: [
    { name: 'sse2', vectorBytes: 16, tileRows: 4, flags: ['-msse2'] },
    { name: 'avx2', vectorBytes: 32, tileRows: 4, flags: ['-mavx2'] },
    {
      name: 'avx512',
      vectorBytes: 64,
      tileRows: 8,
      flags: ['-mavx512f', '-mavx512dq', '-mavx512vl', '-mavx512bw', '-mprefer-vector-width=512'],
    },
  ],
  arm64: [{ name: 'neon', vectorBytes: 16, tileRows: 8, flags: [] }],
}

interface Stamp {
  /** sha256 of the C sources and of the compiler flags: the same on every machine. */
  readonly digest: string
  readonly compiler: string
  /** sha256 of the addon itself, so that a damaged one is built again. */
  readonly addon: string
}

/** Why there is no native backend, in a few words. */
class NotBuilt extends Error {}

/** What the sources in C lack that the table of kernels has: a mistake of whoever adds a kernel. */
class Incomplete extends Error {}

async function compilerHere(): Promise<{ command: string; version: string }> {
  for (const command of [process.env.CC, 'cc', 'gcc', 'clang'].filter((word) => word)) {
    try {
      const { stdout } = await run(command!, ['--version'])
      const asked = process.env.CC
      if (asked && command !== asked)
        process.stderr.write(
          `CC is ${asked}, which does not run on this machine. Using ${command} instead.\n`,
        )
      return { command: command!, version: stdout.split('\n')[0] }
    } catch {
      // The next one.
    }
  }
  throw new NotBuilt('there is no C compiler')
}

function sourceDigest(sets: readonly InstructionSet[]): string {
  const sources = readdirSync(sourceFolder)
    .sort()
    .map((name) => [name, readFileSync(join(sourceFolder, name), 'utf8')])
  return sha256(JSON.stringify([flags, sets, sources, generatedC()]))
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function compile(command: string, sets: readonly InstructionSet[]): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-native-'))
  for (const [name, text] of Object.entries(generatedC())) writeFileSync(join(folder, name), text)
  const included = [sourceFolder, folder, nodeHeaders()].map((path) => `-I${path}`)
  const kernels = sets.map((set) => ({ object: `${set.name}.o`, own: ownFlags(set) }))
  try {
    await Promise.all(
      [
        { file: 'addon.c', object: 'addon.o', own: ['-DNAPI_VERSION=8'] },
        ...kernels.map((one) => ({ file: 'kernels.c', ...one })),
      ].map(({ file, object, own }) => {
        const [from, to] = [join(sourceFolder, file), join(folder, object)]
        return run(command, [...flags, ...included, ...own, '-c', from, '-o', to])
      }),
    )
    const linking = process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : []
    const addon = join(folder, 'kernels.node')
    const objects = ['addon.o', ...kernels.map(({ object }) => object)]
    await run(command, [
      '-shared',
      ...linking,
      '-o',
      addon,
      ...objects.map((object) => join(folder, object)),
    ])
    return readFileSync(addon)
  } catch (error) {
    const missing = await missingInC(sourceFolder, command, [
      ...flags,
      ...included,
      ...kernels[0].own,
    ])
    if (missing.length > 0) throw new Incomplete(missing.join('\n'))
    const said = (error as { stderr?: string }).stderr ?? (error as Error).message
    const first = said.split('\n').find((line) => /error/i.test(line)) ?? said.split('\n')[0]
    throw new NotBuilt(`${command} failed (${first.trim()})`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const nodeHeaders = () =>
  join(dirname(createRequire(import.meta.url).resolve('node-api-headers/package.json')), 'include')

const ownFlags = ({ name, vectorBytes, tileRows, flags }: InstructionSet) => [
  `-DSET=${name}`,
  `-DVECTOR_BYTES=${vectorBytes}`,
  `-DTILE_ROWS=${tileRows}`,
  ...flags,
]

const isFile = (path: string) => existsSync(path) && statSync(path).isFile()

function isBuilt(stamp: Omit<Stamp, 'addon'>): boolean {
  if (!isFile(stampPath) || !isFile(addonPath)) return false
  const addon = sha256(readFileSync(addonPath))
  return readFileSync(stampPath, 'utf8') === written({ ...stamp, addon })
}

const written = (stamp: Stamp) => `${JSON.stringify(stamp, null, 2)}\n`

async function build(): Promise<void> {
  if (process.env.ASSAY_NATIVE === '0') throw new NotBuilt('ASSAY_NATIVE=0 asks for none')
  const sets = instructionSets[process.arch]
  if (!sets || process.platform === 'win32')
    throw new NotBuilt(`it is not for ${process.platform} on ${process.arch}`)
  const compiler = await compilerHere()
  const stamp = { digest: sourceDigest(sets), compiler: compiler.version }
  if (!process.argv.includes('--force') && isBuilt(stamp)) return
  const addon = await compile(compiler.command, sets)
  mkdirSync(dirname(addonPath), { recursive: true })
  rmSync(stampPath, { recursive: true, force: true })
  // The file is replaced in one step, so that a process that loads it meanwhile always finds one.
  if (!isFile(addonPath)) rmSync(addonPath, { recursive: true, force: true })
  writeFileAtomic.sync(addonPath, addon)
  writeFileAtomic.sync(stampPath, written({ ...stamp, addon: sha256(addon) }))
}

try {
  await build()
} catch (error) {
  if (!(error instanceof NotBuilt || error instanceof Incomplete)) throw error
  for (const stale of [addonPath, stampPath]) rmSync(stale, { recursive: true, force: true })
  if (error instanceof Incomplete) process.exitCode = 1
  process.stderr.write(
    error instanceof Incomplete
      ? `${error.message}\n`
      : `The native backend was not built: ${error.message}. The wasm backend gives the same bits, slower.\n`,
  )
}
