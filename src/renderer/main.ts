// The rules of the page stand before any library is loaded: bundling keeps the order of files only across this import.
import './trusted-types.ts';

const { start } = await import('./start.tsx');
start();
