/** Names of files that people write programs in. */
export const sourceName =
  /\.(py|ipynb|ts|tsx|js|jsx|mjs|cjs|sh|r|jl|c|cc|cpp|h|hpp|cu|rs|go|java|lua|rb|pl|m|scala|kt|swift)$/i
