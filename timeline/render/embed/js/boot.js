// Starts the embed; if the address asks for a part of the events, once the script for that is there.

if (/[?&](track|person|kind|main|last|from|to|since)=/.test(location.search)) {
  root.classList.add("waiting");
  chart
    .load(pageData.part)
    .catch(() => {}) // all events are shown
    .then(() => {
      root.classList.remove("waiting");
      start();
    });
} else start();
