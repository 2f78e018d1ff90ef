// What was searched for is marked where it stands. The browser paints the marks; the text stays as it is.

const field = document.querySelector(".find [name=q]");

// Where in a text each letter of the folded text was, and where it ends.
const placesIn = (text) => {
  const places = [];
  let at = 0;
  for (const letter of text) {
    places.push(...Array(plain(letter).length).fill(at));
    at += letter.length;
  }
  return [...places, at];
};
const rangesIn = (node, words) => {
  const folded = plain(node.data);
  if (!words.some((word) => folded.includes(word))) return [];
  const places = placesIn(node.data);
  const ranges = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const [startOffset, endOffset] = [places[at], places[at + word.length]];
      ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
    }
  }
  return ranges;
};
