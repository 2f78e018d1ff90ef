// Events that come later are opened and closed as those that were there.

on("listed", (added) => {
  for (const article of added) setOpen(article, opened.has(article.id));
});
