import { competeToCompute } from './compete-to-compute/index.ts'
import { highwayNetworks } from './highway-networks/index.ts'
import { mcdnnImageBench } from './mcdnn-image-bench/index.ts'
import { mnistDeepMlp } from './mnist-deep-mlp/index.ts'
import type { Paper } from './paper.ts'

const catalogue: readonly Paper[] = [
  mnistDeepMlp,
  mcdnnImageBench,
  competeToCompute,
  highwayNetworks,
]

/** All papers in reading order: by year. */
export const papers: readonly Paper[] = [...catalogue].sort(
  (a, b) => a.citation.year - b.citation.year,
)
