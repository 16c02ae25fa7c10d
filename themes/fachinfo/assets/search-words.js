// Takes texts and queries apart into terms. The rules are those of generator/Searching (LetterFolding, GermanStem,
// WordReader, StopWords); tests run both over the same samples (tests/Shared/analysis.txt).

const BASE = {
  a: "àáâãāăȧäåǎą", b: "ḃ", c: "ćĉċčç", d: "ḋďḑđð", e: "èéêẽēĕėëěȩę", f: "ḟ", g: "ǵĝḡğġǧģ", h: "ĥḣḧȟḩħ", i: "ìíîĩīĭïǐįıİ",
  j: "ĵǰ", k: "ḱǩķ", l: "ĺľļł", m: "ḿṁ", n: "ǹńñṅňņ", o: "òóôõōŏȯöőǒǫø", p: "ṕṗ", r: "ŕṙřŗ", s: "śŝṡšșş", t: "ṫẗťțţ",
  u: "ùúûũūŭüůűǔų", v: "ṽ", w: "ẁẃŵẇẅẘ", x: "ẋẍ", y: "ỳýŷỹȳẏÿẙ", z: "źẑżž", ss: "ßẞ", ae: "æ", oe: "œ", th: "þ",
};

const STOP_WORDS = new Set((
  "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist da "
  + "dabei dadurch dafur daher damit danach dann daran darauf daraus darf darin daruber das dass davon dazu dem den denn der deren derer "
  + "des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas fur gegen "
  + "gibt hat hatte hatten habe haben hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja je jede jedem jeden "
  + "jeder jedes jedoch kann kein keine keinem keinen keiner man mehr mit muss mussen nach nicht noch nr nun nur ob oder ohne sehr sein seine "
  + "seinem seinen seiner seit sich sie sind so sofern sogar sollen sollte sollten somit sondern soweit sowie sowohl uber um und uns unser "
  + "unter vom von vor wann war waren warum was wegen weil welche welchem welchen welcher welches wenn wer werden wie wieder wir wird wo "
  + "wurde wurden zu zum zur zwar zwischen").split(" "));

const FOLDED = new Map();
for (const [letters, characters] of Object.entries(BASE)) {
  for (const character of characters) {
    FOLDED.set(character, letters);
    const upper = character.toUpperCase();
    if (upper.length === 1) {
      FOLDED.set(upper, letters);
    }
  }
}

const LONGEST_WORD = 64;
const LONGEST_CHAIN = 12;
const isDigit = (text) => text >= "0" && text <= "9";

/** The ASCII letters of a character: "" if it is left out of a word, "-" for a hyphen, null if it separates words. */
function fold(character) {
  if ((character >= "a" && character <= "z") || isDigit(character) || character === "-") {
    return character;
  }

  if (character >= "A" && character <= "Z") {
    return character.toLowerCase();
  }

  if (character < "\u0080") {
    return null;
  }

  if (character === "\u00AD" || (character >= "\u0300" && character < "\u0370")) {
    return "";
  }

  if (character === "\u2010" || character === "\u2011") {
    return "-";
  }

  return FOLDED.get(character) ?? null;
}

/** Mueller meets Müller: ae, oe, ue become one letter, but not after a vowel or q, and not before i. */
export function foldUmlauts(word) {
  let folded = "";
  for (let i = 0; i < word.length; i++) {
    const last = folded.at(-1);
    const spelled = word[i] === "e" && word[i + 1] !== "i"
      && (last === "a" || last === "o" || (last === "u" && (folded.length === 1 || !"aeq".includes(folded.at(-2)))));
    folded += spelled ? "" : word[i];
  }

  return folded;
}

/** Cuts German endings again and again: satzungen, satzung. */
export function stem(word) {
  if (word.length < 4 || /[-./0-9]/.test(word)) {
    return word;
  }

  let cut;
  while (word.length >= 4 && (cut = ending(word)) > 0) {
    word = word.slice(0, -cut);
  }

  return word.length > 3 && "sn".includes(word.at(-1)) && word.at(-1) === word.at(-2) ? word.slice(0, -1) : word;
}

function ending(word) {
  const last = word.at(-1);
  const before = word.at(-2);
  const left = word.length - 3;
  if (last === "n" && before === "r" && word.at(-3) === "e" && left >= 3) {
    return 3;
  }

  if ("mnrs".includes(last) && before === "e" && left >= 2) {
    return 2;
  }

  if (last === "e" && left >= 1) {
    return 1;
  }

  if (last === "s" && ((left >= 1 && "bdfghklmnrt".includes(before)) || (left >= 2 && "ao".includes(before)))) {
    return 1;
  }

  return last === "n" && left >= 2 && "lr".includes(before) ? 1 : 0;
}

/**
 * Takes a text apart into chains: words joined by hyphens, numbers joined by points, slashes and hyphens.
 * Each has its parts (folded letters, not yet reduced), and where it begins and ends in the text.
 */
export function chains(text) {
  const found = [];
  let chain = null;
  let part = "";
  const end = (at) => {
    if (chain) {
      if (part) {
        chain.parts.push(part);
      } else {
        chain.whole = chain.whole.slice(0, -1);
      }

      found.push({ ...chain, end: at });
      chain = null;
      part = "";
    }
  };
  for (let i = 0; i < text.length; i++) {
    let character = text[i];
    const letters = fold(character);
    if (letters === "") {
      continue;
    }

    if (letters && letters !== "-") {
      chain ??= { start: i, parts: [], whole: "", isNumber: true };
      chain.isNumber &&= isDigit(letters);
      for (const letter of letters) {
        if (part.length < LONGEST_WORD) {
          part += letter;
          chain.whole += letter;
        }
      }

      continue;
    }

    if (!chain) {
      continue;
    }

    character = letters === "-" ? "-" : character;
    const next = text[i + 1] ?? " ";
    const joins = part && chain.parts.length + 1 < LONGEST_CHAIN && (character === "-"
      ? /[0-9A-Za-z]/.test(next) || next >= "\u0080"
      : (character === "." || character === "/") && chain.isNumber && isDigit(next));
    if (joins) {
      chain.parts.push(part);
      chain.whole += character;
      part = "";
    } else {
      end(i);
    }
  }

  end(text.length);
  return found;
}

function reduce(word) {
  const folded = foldUmlauts(word);
  return folded.length < 2 || word.length < 2 || STOP_WORDS.has(folded) ? null : stem(folded);
}

/** All terms of a text, as the index has them. */
export function terms(text) {
  return chains(text).flatMap((chain) => {
    const all = [];
    if (chain.parts.length > 1 && chain.isNumber) {
      all.push(chain.whole.slice(0, LONGEST_WORD));
    } else if (chain.parts.length > 1 && chain.parts.some((part) => part.length === 1)) {
      all.push(reduce(chain.parts.join("").slice(0, LONGEST_WORD)));
    }

    return [...all, ...chain.parts.map(reduce)].filter(Boolean);
  });
}

/**
 * Takes a query apart: words (each with its term and the beginning that longer words may share), phrases, and what must
 * not occur. A last word without a blank behind it is still being typed.
 */
export function parseQuery(query, isTyping = false) {
  const parsed = { words: [], phrases: [], excluded: [] };
  const pattern = /(-?)(?:"([^"]*)"?|„([^“”"]*)[“”"]?|(\S+))/gu;
  for (const match of query.normalize("NFC").replace(/[‐‑]/g, "-").matchAll(pattern)) {
    const isPhrase = match[4] === undefined;
    const text = match[4] ?? match[3] ?? match[2];
    const isLast = match.index + match[0].length === query.length;
    const words = chains(text).flatMap((chain) => wordsOf(chain, isTyping && isLast && !isPhrase));
    if (match[1]) {
      parsed.excluded.push(...words);
    } else {
      parsed.words.push(...words);
      if (isPhrase && words.length > 0) {
        parsed.phrases.push(terms(text));
      }
    }
  }

  return parsed;
}

function wordsOf(chain, isOpen) {
  const single = chain.parts.length > 1 && chain.parts.some((part) => part.length === 1);
  const parts = chain.isNumber ? [chain.whole] : single ? [chain.parts.join("")] : chain.parts;
  return parts.filter((part) => part.length >= 2).flatMap((part, i) => {
    const folded = chain.isNumber ? part : foldUmlauts(part);
    const open = isOpen && i === parts.length - 1;
    if (!open && !chain.isNumber && STOP_WORDS.has(folded)) {
      return [];
    }

    return [{ term: stem(folded), prefix: prefixOf(folded, open), folded, isOpen: open }];
  });
}

/** The beginning that longer words share with this one: satzungen gives satzung, so that Satzungsänderung is found too. */
function prefixOf(folded, isOpen) {
  if (isOpen) {
    return folded;
  }

  if (folded.length < 4) {
    return null;
  }

  if (folded.length >= 6 && /(?:en|es)$/.test(folded)) {
    return folded.slice(0, -2);
  }

  return folded.length >= 5 && /(?:e|[bdfghklmnrt]s|[lr]n)$/.test(folded) ? folded.slice(0, -1) : folded;
}

/** Tells whether a word of a text is what a word of the query asks for; for marks. */
export function matches(word, chain) {
  const candidates = chain.isNumber ? [chain.whole, ...chain.parts] : [chain.parts.join(""), ...chain.parts];
  return candidates.some((candidate) => {
    const folded = foldUmlauts(candidate);
    return stem(folded) === word.term
      || word.also?.has(stem(folded))
      || (word.prefix && folded.startsWith(word.prefix))
      || (word.term.length >= 4 && folded.includes(word.term, 3));
  });
}

/** One letter wrong, missing, too many, or two exchanged. */
export function isNear(left, right) {
  if (Math.abs(left.length - right.length) > 1 || left === right) {
    return left === right;
  }

  let at = 0;
  while (at < left.length && left[at] === right[at]) {
    at++;
  }

  const [a, b] = [left.slice(at), right.slice(at)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
    || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
