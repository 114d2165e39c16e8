// The part of WebAssembly's JavaScript interface that the backends use. TypeScript has it only in the
// library of the DOM, whose other globals a program for Node must not take for granted.

declare global {
  namespace WebAssembly {
    class Module {
      constructor(bytes: Uint8Array<ArrayBuffer>)
      static exports(module: Module): readonly { readonly name: string }[]
    }

    class CompileError extends Error {}

    class Memory {
      constructor(pages: { initial: number; maximum?: number; shared?: boolean })
      readonly buffer: ArrayBufferLike
    }

    class Instance {
      constructor(module: Module, imports: Record<string, Record<string, unknown>>)
      readonly exports: Record<string, unknown>
    }
  }
}

export {}
