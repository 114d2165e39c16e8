import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/**
 * Inter in two weights. Pictures use no font of the machine, so that they are the same on every
 * machine.
 */
export const fontFiles = [
  '400Regular/Inter_400Regular.ttf',
  '600SemiBold/Inter_600SemiBold.ttf',
].map((file) => resolve(`@expo-google-fonts/inter/${file}`))
