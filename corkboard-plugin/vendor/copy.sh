#!/bin/sh
# Fetches the locked versions and copies what is served, or used by tests, to its place.
set -eu
cd "$(dirname "$0")"
npm ci
static=../src/main/resources/band/civic/corkboard/static
cp node_modules/uplot/dist/uPlot.iife.min.js "$static/uplot.js"
cp node_modules/uplot/dist/uPlot.min.css "$static/uplot.css"
cp node_modules/uplot/LICENSE "$static/uplot-LICENSE.txt"
cp node_modules/axe-core/axe.min.js ../src/test/resources/band/civic/corkboard/axe.min.js
cp node_modules/axe-core/LICENSE ../src/test/resources/band/civic/corkboard/axe-LICENSE.txt
node map.mjs > "$static/map.svg"
rm -rf node_modules
