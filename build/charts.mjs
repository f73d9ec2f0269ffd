// Bundles the charts of the pages: node build/charts.mjs OUTFILE. By esbuild's interface, since its program lies elsewhere on each system.
import { buildSync } from "esbuild";

buildSync({
  entryPoints: [new URL("../src/Beleg.App/Charts/charts.js", import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, "$1")],
  bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning", outfile: process.argv[2],
});
