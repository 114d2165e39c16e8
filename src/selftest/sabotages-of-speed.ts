import type { Sabotage } from './sabotage.ts'

/** Changes that leave every bit as it is and make something slower. The sound project is compared with itself first. */
export const sabotagesOfSpeed: readonly Sabotage[] = [
  {
    name: 'a kernel that does a tenth of its work twice',
    change: {
      path: 'src/kernels/matmul.ts',
      replace: '        tile<T>(at, row, panel, panelB, deep, goesOn)\n',
      by: '        tile<T>(at, row, panel, panelB, deep, goesOn)\n        if (!goesOn && (i / TILE_ROWS) % 10 == 0) tile<T>(at, row, panel, panelB, deep, goesOn)\n',
    },
    check: { assay: ['bench', 'matmul/128x50x50', '--compare', 'HEAD'] },
    says: /REGRESSION: matmul\/128x50x50 NN, wasm x1 takes/,
  },
]
