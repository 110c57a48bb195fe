import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // A page of styles in one file is one request less than it saves.
    cssCodeSplit: false,
    // The page of the API alone loads more: a library to browse it with.
    chunkSizeWarningLimit: 1600,
  },
  // `npx vite web` against a running Pult, for those who change pages.
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PULT_PORT'] ?? '7700'}` } },
})
