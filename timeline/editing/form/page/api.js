// Asks the server, on this machine. Nothing here connects to any other.

let token = document.querySelector('meta[name="timeline-token"]').content;

/** What the server answered instead: `status` is 0 if there is no answer. */
export class Refused extends Error {
  constructor(status, message, content = {}) {
    super(message);
    this.status = status;
    this.content = content;
  }
}

const GONE = "The program does not answer. Is its window still open? What you typed is still here.";

const answered = async (path, options) => {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Refused(0, GONE);
  }
  const text = await answer.text();
  let content = {};
  try {
    content = JSON.parse(text);
  } catch {
    content = { error: text.trim() };
  }
  if (!answer.ok) throw new Refused(answer.status, content.error, content);
  return content;
};

/** The answer to a GET. */
export const get = (path, query = {}) => {
  const filled = Object.entries(query).filter(([, value]) => value !== null);
  return answered(`${path}?${new URLSearchParams(filled)}`, { cache: "no-store" });
};

/** The answer to a POST. A program that was started anew has another token, which the page then learns. */
export const post = async (path, content, isAgain = false) => {
  const headers = { "Content-Type": "application/json", "X-Timeline-Token": token };
  try {
    return await answered(path, { method: "POST", headers, body: JSON.stringify(content) });
  } catch (error) {
    if (error.status !== 403 || isAgain) throw error;
    const page = await (await fetch("./", { cache: "no-store" })).text();
    token = /name="timeline-token" content="([\w-]+)"/.exec(page)?.[1] ?? token;
    return post(path, content, true);
  }
};
