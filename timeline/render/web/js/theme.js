// Before the first paint: ?theme=light or ?theme=dark in the address overrides the reader's system, and a browser
// that can run the page's script hides at once what the script will open.
{
  const { classList, dataset } = document.documentElement;
  const theme = /[?&]theme=(light|dark)\b/.exec(location.search)?.[1];
  if (theme) dataset.theme = theme;
  if ([].findLast) classList.add("js");
}
