/** Packages that no file imports, and the file that shows their use. */
export const tools: Readonly<Record<string, { readonly seenIn: string; readonly use: string }>> = {
  '@expo-google-fonts/inter': { seenIn: 'src/figures/fonts.ts', use: 'font files, by their path' },
  '@biomejs/biome': { seenIn: 'biome.json', use: 'lint and format' },
  'axe-core': { seenIn: 'specs/report/pages.slow.spec.ts', use: 'read as text, run in the page' },
  c8: { seenIn: '.c8rc.json', use: 'coverage' },
  'node-api-headers': { seenIn: 'scripts/build-native.ts', use: 'headers for the addon in C' },
  typescript: { seenIn: 'tsconfig.json', use: 'the compiler' },
  '@types/node': { seenIn: 'tsconfig.json', use: 'types of what Node brings' },
}
