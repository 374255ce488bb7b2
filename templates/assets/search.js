// Search without a server: reads ?q=, loads the parts of the index that the query needs, lists what it finds.
// The index is made of scripts, not JSON, so that it also works from a disk and where fetching is not allowed.
// How words are cut and how lists are coded is described in SearchWords.cs and GapCode.cs, the other half of this file.
'use strict';

(function () {
  // ---- Words for the reader ----

  const say = {
    searching: 'Searching…',
    found: (count, query) => (count === 1 ? '1 result for ' : count + ' results for ') + query + '.',
    shown: (shown) => 'Showing the first ' + shown + '.',
    some: 'No page has all of these words. These pages have some of them.',
    capped: (word, total, kept) => '“' + word + '” is on ' + total + ' pages. For this word we looked at the newest ' + kept + ' only.',
    none: (query) => 'No results for ' + query + '. Check the spelling, or browse below.',
    failed: 'Search could not be loaded. Please browse below.',
    past: 'This no longer applies.',
    more: 'Show more',
  };

  // ---- Letters: the same tables as in SearchLetters.cs ----

  const folds =
    '0:٠۰०০๐０ 1:¹١۱१১๑１ 2:²٢۲२২๒２ 3:³٣۳३৩๓３ 4:٤۴४৪๔４ 5:٥۵५৫๕５ 6:٦۶६৬๖６ 7:٧۷७৭๗７ 8:٨۸८৮๘８ 9:٩۹९৯๙９ ' +
    'a:ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặａ ae:æǣǽ b:ƀḃḅḇｂ c:çćĉċčḉｃ d:ðďđḋḍḏḑḓｄ e:èéêëēĕėęěȅȇȩəḕḗḙḛḝẹẻẽếềểễệｅ f:ḟｆ ff:ﬀ ' +
    'ffi:ﬃ ffl:ﬄ fi:ﬁ fl:ﬂ g:ĝğġģǧǵḡｇ h:ĥħȟḣḥḧḩḫẖｈ i:ìíîïĩīĭįİıǐȉȋḭḯỉịｉ ij:ĳ j:ĵǰｊ k:ķǩḱḳḵｋ l:ĺļľłḷḹḻḽｌ m:ḿṁṃｍ ' +
    'n:ñńņňŉŋǹṅṇṉṋｎ o:ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợｏ oe:œ p:ṕṗｐ q:ｑ r:ŕŗřȑȓṙṛṝṟｒ s:śŝşšſșṡṣṥṧṩｓ ss:ß ' +
    't:ţťŧțṫṭṯṱẗｔ th:þ u:ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựｕ v:ṽṿｖ w:ŵẁẃẅẇẉẘｗ x:ẋẍｘ y:ýÿŷȳẏẙỳỵỷỹｙ z:źżžẑẓẕｚ α:ά ε:έ η:ή ' +
    'ι:ΐίϊ ο:ό σ:ς υ:ΰϋύ ω:ώ е:ё и:й у:ў і:ї ا:آأإ ه:ة ي:ى';
  const dropped =
    'ad 2b9-2bf 300-36f 483-487 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 640 64b-65f 670 6d6-6dc 200c-200f 202a-202e ' +
    '2060-2064 2066-2069 20d0-20ff fe00-fe0f fe20-fe2f feff';
  const joiners =
    '27 2d-2f 5f b7 2010-2011 2019';
  const unspaced =
    'e01-e3e e40-e4e e80-eff 1000-1049 1050-109f 1780-17d3 3005-3006 3041-309f 30a1-30fa 30fc-30ff 3400-4dbf ' +
    '4e00-9fff f900-faff';
  const breaks =
    '0-26 28-2c 3a-40 5b-5e 60 7b-a9 ab-b6 b8-b9 bb-bf d7 f7 37e 387 55a-55f 589-58a 5be 5c0 5c3 5c6 5f3-5f4 ' +
    '600-60f 61b-61f 66a-66d 6d4 6dd-6de 6e9 700-70d 964-965 970 df4 e3f e4f e5a-e5b f04-f14 f3a-f3d 104a-104f 10fb ' +
    '1360-1368 1400 166d-166e 1680 169b-169c 16eb-16ed 1735-1736 17d4-17db 1800-180a 2000-200b 2012-2018 201a-2029 ' +
    '202f-205f 2065 207a-207e 208a-208e 20a0-20cf 2116-2118 2120-2123 2190-2bff 2cf9-2cff 2e00-2e7f 3000-3004 3008-3020 ' +
    '3030 303d-303f 30a0 30fb a4fe-a4ff e000-f8ff fd3e-fd3f fe10-fe1f fe30-fe6f ff00-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ' +
    'ffe0-fffe';
  const longest = 40;
  const isBreak = inside(breaks);
  const isDropped = inside(dropped);
  const isJoiner = inside(joiners);
  const isUnspaced = inside(unspaced);
  const folded = new Map();
  folds.split(' ').forEach((group) => {
    const colon = group.indexOf(':');
    for (let i = colon + 1; i < group.length; i++) folded.set(group[i], group.slice(0, colon));
  });

  function inside(text) {
    const ranges = text.split(' ').map((range) => range.split('-').map((hex) => parseInt(hex, 16)));
    return (letter) => {
      const code = letter.charCodeAt(0);
      return ranges.some((range) => code >= range[0] && code <= range[range.length - 1]);
    };
  }

  // What one letter counts as: one or more plain letters, or '' where it is none.
  function fold(letter) {
    if (isDropped(letter) || isJoiner(letter)) return '';
    if (folded.has(letter)) return folded.get(letter);
    if (isBreak(letter)) return '';
    const lower = letter.toLowerCase()[0];
    return folded.has(lower) ? folded.get(lower) : lower;
  }

  function cut(word) {
    const last = word.charCodeAt(longest - 1);
    return word.slice(0, word.length > longest && last >= 0xd800 && last < 0xdc00 ? longest - 1 : longest);
  }

  // The words of a text. Each is a list: the whole word first, then its parts, as in "well-being", well, being.
  function wordsOf(text) {
    const found = [];
    let parts = [''];
    let whole = '';
    let run = '';

    function endWord() {
      if (whole) found.push([cut(whole)].concat(parts.length > 1 ? parts.filter((part) => part.length > 1).map(cut) : []));
      whole = '';
      parts = [''];
    }

    function endRun() {
      if (run.length === 1) found.push([run]);
      for (let i = 0; i + 1 < run.length; i++) {
        found.push([run.slice(i, i + 2), run[i]].concat(i + 2 === run.length ? [run[i + 1]] : []));
      }
      run = '';
    }

    for (let i = 0; i < text.length; i++) {
      const plain = fold(text[i]);
      if (plain && isUnspaced(plain)) {
        endWord();
        run += plain;
        continue;
      }
      endRun();
      if (plain) {
        whole += plain;
        parts[parts.length - 1] += plain;
      } else if (isJoiner(text[i]) && parts[parts.length - 1] && i + 1 < text.length && fold(text[i + 1])) {
        // Two joined numbers keep their mark: 3.2 is not 32.
        if (/[0-9]$/.test(whole) && /^[0-9]/.test(fold(text[i + 1]))) whole += '-';
        parts.push('');
      } else if (!isDropped(text[i])) {
        endWord();
      }
    }
    endRun();
    endWord();
    return found;
  }

  // ---- Loading: one function receives what every index script holds ----

  const waiting = new Map();
  const loaded = new Map();
  let version = '';

  function receive(name, value) {
    if (waiting.has(name)) waiting.get(name)(value);
  }

  function load(name) {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement('script');
        script.src = name + '.js' + version;
        script.onerror = reject;
        document.head.appendChild(script);
      }));
    }
    return loaded.get(name);
  }

  // ---- Reading the index ----

  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

  // Calls visit with every number of a gap code.
  function readGaps(code, visit) {
    const k = alphabet.indexOf(code[0]);
    let number = -1;
    let high = 0;
    let low = 0;
    let wanted = 0;
    for (let i = 1; i < code.length; i++) {
      const six = alphabet.indexOf(code[i]);
      for (let bit = 5; bit >= 0; bit--) {
        const one = (six >> bit) & 1;
        if (wanted > 0) {
          low = low << 1 | one;
          wanted--;
        } else if (one) {
          wanted = k;
        } else {
          high++;
          continue;
        }
        if (wanted === 0) {
          number += (high << k) + low + 1;
          visit(number);
          high = low = 0;
        }
      }
    }
  }

  function shardOf(starts, word) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= word) low = middle; else high = middle - 1;
    }
    return low;
  }

  // The lines of the shards that can hold the word; of words that only begin with it, one shard further at most.
  function linesFor(manifest, word, asBeginning) {
    const first = shardOf(manifest.starts, word);
    const names = [first];
    if (asBeginning && first + 1 < manifest.starts.length && manifest.starts[first + 1].indexOf(word) === 0) names.push(first + 1);
    return Promise.all(names.map((name) => load('words/' + name))).then((shards) => {
      const lines = [];
      shards.forEach((shard) => shard.split(';').forEach((line) => {
        const end = line.indexOf(' ');
        const term = line.slice(0, end);
        if (term === word || (asBeginning && term.indexOf(word) === 0)) lines.push({ term: term, lists: line.slice(end + 1).split(' ') });
      }));
      return lines;
    });
  }

  // ---- Ranking ----

  // What a word counts for, by the digit before its list: mentioned, discussed, named, in a title, the whole subject.
  const weights = [0, 1, 2, 4, 8, 12];

  // The score of every page for one term: { scores, known, caps }. Pages from number `known` on were left out by a cap.
  function scoreTerm(manifest, term, asBeginning) {
    const result = { scores: new Float32Array(manifest.total), known: manifest.total, caps: [] };
    return linesFor(manifest, term, asBeginning).then((lines) => {
      lines.forEach((line) => {
        let pages = 0;
        let capped = null;
        const lists = line.lists.map((list) => {
          const parts = list.slice(1).split('~');
          const numbers = [];
          readGaps(parts[0], (number) => numbers.push(number));
          pages += parts[1] ? Number(parts[1]) : numbers.length;
          if (parts[1]) {
            capped = Math.max(capped || 0, numbers.length);
            result.known = Math.min(result.known, numbers[numbers.length - 1] + 1);
          }
          return { weight: weights[list[0]], numbers: numbers };
        });
        if (capped) result.caps.push({ word: line.term, total: pages, kept: capped });
        const rarity = Math.log(1 + manifest.total / pages) * (line.term === term ? 1 : 0.5);
        lists.forEach((list) => list.numbers.forEach((number) => {
          result.scores[number] = Math.max(result.scores[number], list.weight * rarity);
        }));
      });
      return result;
    });
  }

  // One word of the query: the whole word, or else all of its parts. Numbers and pairs of letters count only whole.
  function scoreWord(manifest, word, isLast) {
    const whole = scoreTerm(manifest, word[0], isLast && word[0].length > 2);
    const alternatives = /^[0-9-]+$/.test(word[0]) || isUnspaced(word[0]) ? [] : word.slice(1);
    return Promise.all([whole].concat(alternatives.map((part) => scoreTerm(manifest, part, false)))).then((results) => {
      const best = results[0];
      const parts = results.slice(1);
      if (parts.length > 0) {
        for (let page = 0; page < manifest.total; page++) {
          const least = Math.min.apply(null, parts.map((part) => part.scores[page]));
          if (least > best.scores[page]) best.scores[page] = least;
        }
        parts.forEach((part) => {
          best.known = Math.min(best.known, part.known);
          best.caps = best.caps.concat(part.caps);
        });
      }
      return best;
    });
  }

  // Pages with every word, best first and newest first among equals. A page beyond a cap is not held against it.
  function rank(manifest, words, every) {
    const past = new Uint8Array(manifest.total);
    if (manifest.past) readGaps(manifest.past, (number) => { past[number] = 1; });
    const found = [];
    for (let page = 0; page < manifest.total; page++) {
      let score = 0;
      let missing = false;
      words.forEach((word) => {
        score += word.scores[page];
        if (word.scores[page] === 0 && page < word.known) missing = true;
      });
      if (score > 0 && !(every && missing)) found.push({ page: page, score: past[page] ? score / 2 : score });
    }
    return found.sort((a, b) => b.score - a.score || a.page - b.page).map((each) => each.page);
  }

  // Finds a query: { pages, notes }, the pages as numbers from the newest.
  function find(query) {
    const words = wordsOf(query).slice(0, 8);
    return load('manifest').then((manifest) => {
      version = '?v=' + manifest.version;
      if (typeof manifest.starts === 'string') manifest.starts = manifest.starts.split(' ');
      if (words.length === 0 || manifest.total === 0) return { pages: [], notes: [], manifest: manifest };
      return Promise.all(words.map((word, i) => scoreWord(manifest, word, i === words.length - 1))).then((scored) => {
        const notes = [];
        let pages = rank(manifest, scored, true);
        if (pages.length === 0 && words.length > 1) {
          pages = rank(manifest, scored, false);
          if (pages.length > 0) notes.push(say.some);
        }
        const told = new Set();
        scored.forEach((word) => word.caps.forEach((cap) => {
          if (!told.has(cap.word)) notes.push(say.capped(cap.word, cap.total, cap.kept));
          told.add(cap.word);
        }));
        return { pages: pages, notes: notes, manifest: manifest };
      });
    });
  }

  // The entries of some pages: [address, title, kind, date, status, past, summary]. Files are filled from the oldest.
  function entriesOf(manifest, pages) {
    return Promise.all(pages.map((page) => {
      const place = manifest.total - 1 - page;
      return load('entries/' + Math.floor(place / manifest.perFile)).then((file) => file[place % manifest.perFile]);
    }));
  }

  // ---- The page ----

  const atOnce = 10;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function dateText(date) {
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date;
    const language = document.documentElement.lang || 'en';
    return new Date(date + 'T00:00:00Z').toLocaleDateString(
      language === 'en' ? 'en-GB' : language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  }

  function resultItem(entry) {
    const item = element('li');
    const heading = element('h2');
    const link = element('a', '', entry[1]);
    link.href = '../' + entry[0];
    link.dir = 'auto';
    heading.appendChild(link);
    item.appendChild(heading);
    const facts = element('p', 'small muted');
    const add = (made) => {
      if (facts.childNodes.length > 0) facts.appendChild(document.createTextNode(' '));
      facts.appendChild(made);
    };
    if (entry[4]) add(element('strong', entry[5] ? 'tag old' : 'tag', entry[4]));
    if (entry[2]) add(element('span', '', entry[2]));
    if (entry[3]) {
      const time = element('time', '', dateText(entry[3]));
      time.dateTime = entry[3];
      add(time);
    }
    if (entry[5]) add(element('span', '', say.past));
    item.appendChild(facts);
    if (entry[6]) {
      const summary = element('p', '', entry[6]);
      summary.dir = 'auto';
      item.appendChild(summary);
    }
    return item;
  }

  function show(query, result) {
    const status = document.getElementById('at-search-status');
    const list = document.getElementById('at-search-results');
    const more = element('button', '', say.more);
    more.type = 'button';
    let shown = 0;

    function showNext(moveFocus) {
      const next = result.pages.slice(shown, shown + atOnce);
      return entriesOf(result.manifest, next).then((entries) => {
        const items = entries.map(resultItem);
        items.forEach((item) => list.appendChild(item));
        shown += items.length;
        const all = shown === result.pages.length;
        const sentences = [result.pages.length > 0 ? say.found(result.pages.length, query) : say.none(query)];
        if (!all) sentences.push(say.shown(shown));
        status.textContent = sentences.concat(result.notes).join(' ');
        // Whoever pressed the button goes on reading at the first new result, not at the top.
        if (moveFocus && items.length > 0) items[0].querySelector('a').focus();
        if (all && more.parentNode) more.parentNode.removeChild(more);
        if (!all && !more.parentNode) list.parentNode.insertBefore(more, list.nextSibling);
      });
    }

    more.addEventListener('click', () => showNext(true).catch(fail));
    return showNext(false);
  }

  function fail() {
    document.getElementById('at-search-status').textContent = say.failed;
  }

  function start() {
    const query = (new URLSearchParams(location.search).get('q') || '').trim();
    if (!query) return;
    document.getElementById('at-search-q').value = query;
    document.getElementById('at-search-status').textContent = say.searching;
    find(query).then((result) => show(query, result)).catch(fail);
  }

  // Tests compare wordsOf with the other half and ask find for page numbers.
  receive.wordsOf = wordsOf;
  receive.find = find;
  receive.entriesOf = entriesOf;
  window.publicLedgerSearch = receive;
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
}());
