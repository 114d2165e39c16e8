import type { TensorGradient } from '../../nn/central-differences.ts'
import { checkNetworkGradients } from '../../nn/gradient-check.ts'
import { runStream } from '../../numerics/stream.ts'
import { createWasmBackend } from '../../numerics/wasm/index.ts'
import type { Paper } from '../../papers/paper.ts'

/** The gradients of all small nets of a paper. */
export interface PaperGradients {
  readonly paper: string
  readonly cases: readonly { readonly name: string; readonly tensors: readonly TensorGradient[] }[]
  readonly passes: boolean
}

/** More than a net can have of which every entry is checked. */
const memory = { mebibytes: 32 }

/** Checks every gradient case of a paper in float64, on the compiled kernels. */
export async function checkGradients(paper: Paper): Promise<PaperGradients> {
  const { gradientCases } = await paper.load()
  const cases = gradientCases.map((one) => {
    const stream = runStream(paper.slug, `gradcheck ${one.name}`, 0)
    return {
      name: one.name,
      tensors: checkNetworkGradients(createWasmBackend('f64', memory), one, stream),
    }
  })
  const passes = cases.every(({ tensors }) => tensors.every((tensor) => tensor.passes))
  return { paper: paper.slug, cases, passes }
}
