// Runs templates/assets/search.js outside a browser: node run.js SEARCH.JS FOLDER, where FOLDER holds manifest.js and the rest.
// Reads {"words": [text…], "find": [query…], "letters": bool} from standard input and answers with what the script makes of them.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const [script, folder] = process.argv.slice(2);
let bytes = fs.statSync(script).size;

const window = {};
const document = {
  readyState: 'complete',
  createElement: () => ({}),
  head: {
    appendChild: (element) => setImmediate(() => {
      try {
        const text = fs.readFileSync(path.join(folder, element.src.split('?')[0]), 'utf8');
        bytes += Buffer.byteLength(text);
        vm.runInContext(text, context);
      } catch (error) {
        element.onerror(error);
      }
    }),
  },
};
const context = vm.createContext({ window, document, location: { search: '' }, URLSearchParams });
// In a browser, window is the global object, which is how the index scripts find their function.
function load() {
  vm.runInContext(fs.readFileSync(script, 'utf8'), context);
  context.publicLedgerSearch = window.publicLedgerSearch;
  return window.publicLedgerSearch;
}

async function answer(request) {
  const result = { words: [], letters: [], find: [] };
  const search = load();
  for (const text of request.words || []) result.words.push(search.wordsOf(text));
  for (let code = 0; request.letters && code < 0xd800; code++) result.letters.push(search.wordsOf(String.fromCharCode(code)));
  for (const query of request.find || []) {
    // Each query on a page of its own, so that its bytes are those of a first query.
    bytes = fs.statSync(script).size;
    const fresh = load();
    const found = await fresh.find(query);
    const shown = await fresh.entriesOf(found.manifest, found.pages.slice(0, 10));
    result.find.push({ count: found.pages.length, notes: found.notes, urls: shown.map((entry) => entry[0]), titles: shown.map((entry) => entry[1]), bytes });
  }
  return result;
}

answer(JSON.parse(fs.readFileSync(0, 'utf8'))).then((result) => process.stdout.write(JSON.stringify(result)));
