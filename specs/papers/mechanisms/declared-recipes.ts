/** What a paper's recipe is said to be, in words: its README, deviations and model say the same. */
export interface DeclaredRecipe {
  readonly slug: string
  /** An arm that sees the digits as they are. */
  readonly arm: string
  readonly pixels: 'p / 255' | '2 (p / 255) - 1'
  /** What happens to the last batch of an epoch when it is not full. */
  readonly lastBatch: 'keeps' | 'drops'
  readonly tested: 'on the same images for every seed' | 'on other images for each seed'
  readonly hiddenWeights: 'Glorot uniform' | 'He normal' | 'U(1 / sqrt(fanIn))'
  readonly outputWeights: DeclaredRecipe['hiddenWeights']
}

export const declaredRecipes: readonly DeclaredRecipe[] = [
  {
    slug: 'mnist-deep-mlp',
    arm: 'undeformed',
    pixels: 'p / 255',
    lastBatch: 'keeps',
    tested: 'on the same images for every seed',
    hiddenWeights: 'Glorot uniform',
    outputWeights: 'Glorot uniform',
  },
  {
    slug: 'mcdnn-image-bench',
    arm: 'column',
    pixels: 'p / 255',
    lastBatch: 'keeps',
    tested: 'on the same images for every seed',
    hiddenWeights: 'He normal',
    outputWeights: 'Glorot uniform',
  },
  {
    slug: 'compete-to-compute',
    arm: 'relu',
    pixels: 'p / 255',
    lastBatch: 'keeps',
    tested: 'on other images for each seed',
    hiddenWeights: 'He normal',
    outputWeights: 'He normal',
  },
  {
    slug: 'highway-networks',
    arm: 'highway',
    pixels: '2 (p / 255) - 1',
    lastBatch: 'drops',
    tested: 'on other images for each seed',
    hiddenWeights: 'U(1 / sqrt(fanIn))',
    outputWeights: 'U(1 / sqrt(fanIn))',
  },
]
