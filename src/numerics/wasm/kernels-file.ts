/// <reference path="../linear/web-assembly.d.ts" />
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import { forSharedMemory } from './shared-memory.ts'

// The edge: where Node finds the compiled kernels. A page fetches them and makes an engine itself.

export interface CompiledKernels {
  readonly module: WebAssembly.Module
  /** The same code for a memory that several threads share; compiled when it is first asked for. */
  shared(): WebAssembly.Module
  /** sha256 of the wasm file, hexadecimal. */
  readonly digest: string
}

const builtFile = join(packageRoot, 'dist', 'kernels', 'kernels.wasm')
const compiled = new Map<string, CompiledKernels>()

/** The kernels that `npm run build` made, read and compiled once a thread. */
export function compiledKernels(path = builtFile): CompiledKernels {
  const kernels = compiled.get(path) ?? compileFile(path)
  compiled.set(path, kernels)
  return kernels
}

function compileFile(path: string): CompiledKernels {
  const bytes = readKernels(path)
  const digest = createHash('sha256').update(bytes).digest('hex')
  let shared: WebAssembly.Module | undefined
  return {
    module: compile(bytes, path),
    shared() {
      shared ??= new WebAssembly.Module(forSharedMemory(bytes))
      return shared
    },
    digest,
  }
}

function readKernels(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw code === 'ENOENT'
      ? noKernels(`No compiled kernels at ${path}`)
      : noKernels(`The kernels at ${path} cannot be read (${message})`)
  }
}

/** The module, which a file that is empty or was cut off does not give. */
function compile(bytes: Uint8Array<ArrayBuffer>, path: string): WebAssembly.Module {
  try {
    const module = new WebAssembly.Module(bytes)
    if (WebAssembly.Module.exports(module).some(({ name }) => name === 'callF32')) return module
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error
  }
  throw noKernels(`The kernels at ${path} are damaged`)
}

const noKernels = (what: string) =>
  new UserError(`${what}. Run: npm run build`, exitCodes.couldNotRun)
