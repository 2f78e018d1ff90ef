// A mark after a sentence lights up its source in the list, or in story mode in the list there. Without a script the
// link does so by `:target`; here the address keeps the chosen event.

addEventListener("click", (click) => {
  const mark = click.target.closest(".mark a");
  if (!mark || !isPlain(click)) return;
  click.preventDefault();
  const place = mark.closest(".presented");
  const source = place ? place.querySelectorAll("li .source")[mark.textContent - 1] : document.getElementById(mark.hash.slice(1));
  for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
  source.classList.add("lit");
  if (mark.closest(".card")) choose(source.closest("article").id);
  source.focus();
});
