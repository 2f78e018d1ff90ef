// A browser that can run the page's script hides before the first paint what the script will open.
if ([].findLast) document.documentElement.classList.add("js");
