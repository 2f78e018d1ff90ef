// ?theme=light or ?theme=dark in the address overrides the reader's system.
{
  const theme = new URLSearchParams(location.search).get("theme");
  if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
}
