/**
 * Sizes of the papers' headline nets at which kernels are timed. They are written out, so that a
 * benchmark of kernels loads no paper and also runs over a revision whose papers are declared in another
 * way (./compare). specs/bench/headline-sizes.slow.spec.ts compares them with the declarations.
 */
export const headlineSizes = {
  'mnist-deep-mlp': { batchSize: 128, width: 512, parameters: 535_818 },
  'mcdnn-image-bench': { batchSize: 128, width: 800, parameters: 1_593_210 },
  'compete-to-compute': { batchSize: 64, width: 400, parameters: 478_410 },
  'highway-networks': { batchSize: 128, width: 50, parameters: 192_760 },
} as const
