// Before a card shows an event, that is brought into the document.

const reveal = chart.reveal;
chart.reveal = async (id) => {
  await bringIn(id).catch(tellFailure);
  await reveal?.(id);
};
