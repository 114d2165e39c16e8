import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Transform } from 'assemblyscript/asc'
import writeFileAtomic from 'write-file-atomic'
import { families } from '../src/numerics/table/index.ts'
import { packageRoot } from '../src/package-root.ts'
import { assemblyScriptCalls } from './calls/assemblyscript.ts'

// Compiles src/kernels, and the calls that follow from the table of kernels, to
// dist/kernels/kernels.wasm, unless the existing one was made from the same sources by the same
// compiler. `--force` always compiles. Each file is written completely or not at all, and a rebuild
// gives the same bytes, so two builds at the same time do no harm.

const sourceFolder = join(packageRoot, 'src', 'kernels')
const wasmPath = join(packageRoot, 'dist', 'kernels', 'kernels.wasm')
const stampPath = join(packageRoot, 'dist', 'kernels', 'kernels.json')

const flags = [
  '-O3',
  '--noAssert',
  '--runtime=stub',
  '--enable=simd,threads',
  '--importMemory',
  '--zeroFilledMemory',
  '--initialMemory=1',
  // The largest possible bound. A shared memory must have one.
  '--maximumMemory=65536',
]

interface Stamp {
  readonly sourceDigest: string
  readonly wasmDigest: string
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function readSources(): Map<string, string> {
  const names = readdirSync(sourceFolder).filter((name) => name.endsWith('.ts'))
  const texts = names.map((name) => [name, readFileSync(join(sourceFolder, name), 'utf8')] as const)
  // A family whose file is missing has no function: the build says so.
  const expected = Object.keys(families).map((family) => [`${family}.ts`, ''] as const)
  const all = new Map([...expected, ...texts, ['call.ts', assemblyScriptCalls()]])
  return new Map([...all].sort())
}

/** The version from the package that `import 'assemblyscript/asc'` would load, without loading it. */
function compilerVersion(): string {
  const entry = fileURLToPath(import.meta.resolve('assemblyscript/asc'))
  const manifest = join(dirname(dirname(entry)), 'package.json')
  return createRequire(import.meta.url)(manifest).version
}

function isBuilt(sourceDigest: string): boolean {
  if (!existsSync(stampPath) || !existsSync(wasmPath)) return false
  const stamp: Stamp = JSON.parse(readFileSync(stampPath, 'utf8'))
  return stamp.sourceDigest === sourceDigest && stamp.wasmDigest === sha256(readFileSync(wasmPath))
}

/** A source as AssemblyScript's parser gives it: of its statements, functions alone have a signature. */
interface ParsedSource {
  readonly internalPath: string
  readonly statements: readonly { readonly name?: { readonly text: string }; signature?: object }[]
}

/** A sentence for each kernel of the table that the file of its family does not define. */
function missingKernels(sources: readonly ParsedSource[]): string[] {
  return Object.entries(families).flatMap(([family, kernels]) => {
    const { statements = [] } = sources.find((one) => one.internalPath === family) ?? {}
    const defined = statements.flatMap(({ name, signature }) =>
      name && signature ? [name.text] : [],
    )
    return Object.keys(kernels)
      .filter((name) => !defined.includes(name))
      .map(
        (name) =>
          `src/kernels/${family}.ts has no function ${name}, which src/numerics/table/${family}.ts asks for.\n`,
      )
  })
}

/** The compiled module's bytes, or undefined after the compiler has written its errors to stderr. */
async function compile(sources: ReadonlyMap<string, string>): Promise<Uint8Array | undefined> {
  const { main } = await import('assemblyscript/asc')
  let wasm: Uint8Array | undefined
  let missing: string[] = []
  const afterParse = (parser: { readonly sources: readonly ParsedSource[] }) => {
    missing = missingKernels(parser.sources)
    if (missing.length > 0) throw new Error('The kernels are not complete')
  }
  const { error, stderr } = await main(['index.ts', '--outFile', 'kernels.wasm', ...flags], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') wasm = contents
    },
    listFiles: () => [],
    transforms: [{ afterParse } as Partial<Transform> as Transform],
  })
  process.stderr.write(missing.length > 0 ? missing.join('') : stderr.toString())
  return error ? undefined : wasm
}

const sources = readSources()
const sourceDigest = sha256(JSON.stringify([compilerVersion(), flags, [...sources]]))
if (process.argv.includes('--force') || !isBuilt(sourceDigest)) {
  const wasm = await compile(sources)
  if (wasm === undefined) {
    process.exitCode = 1
  } else {
    const stamp: Stamp = { sourceDigest, wasmDigest: sha256(wasm) }
    mkdirSync(dirname(wasmPath), { recursive: true })
    writeFileAtomic.sync(wasmPath, Buffer.from(wasm))
    writeFileAtomic.sync(stampPath, `${JSON.stringify(stamp, null, 2)}\n`)
  }
}
