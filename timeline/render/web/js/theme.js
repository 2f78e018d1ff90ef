// ?theme=light or ?theme=dark in the address overrides the reader's system.
{
  const theme = /[?&]theme=(light|dark)\b/.exec(location.search)?.[1];
  if (theme) document.documentElement.dataset.theme = theme;
}
